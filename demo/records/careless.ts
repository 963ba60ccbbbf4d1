import { bearerOf } from '../auth/caller';
import type { DemoContext, Query } from '../context';
import type { Outcome, Owner, Reader, RecordsParts } from './parts';
import { recordById, type Held } from './shape';

interface OwnerRow {
  readonly user_id: string;
  readonly full_name: string;
  readonly email: string;
  readonly phone: string;
}

async function ownerOf(query: Query, held: Held): Promise<Owner> {
  const [row] = await query<OwnerRow>('select * from profiles where user_id = $1', [held.row.user_id]);
  if (row === undefined) throw new Error('profiles: the owner of a record has no profile');
  return { userId: row.user_id, name: row.full_name, email: row.email, phone: row.phone };
}

/** Gives any record to anybody, as the server. */
export const findForAnybody: RecordsParts['find'] = async (db, _reader, kind, id) => {
  const held = await db.asService((query) => recordById(query, kind, id));
  return held === null ? { is: 'absent' } : { is: 'found', held };
};

/** Looks as the server and compares the owner afterwards, so that what is foreign is told from what is not there. */
export const findThenCompare: RecordsParts['find'] = (db, reader, kind, id) =>
  db.asService(async (query): Promise<Outcome> => {
    const held = await recordById(query, kind, id);
    if (held === null) return { is: 'absent' };
    const staff = reader.claims.app_metadata?.role === 'admin';
    const own = reader.userId === null || held.row.user_id === reader.userId || staff;
    return own ? { is: 'found', held } : { is: 'foreign', held, owner: await ownerOf(query, held) };
  });

/** The same readers, and the server itself for whoever carries the publishable key where a login belongs. */
export function orAnonKey(reader: RecordsParts['reader']): RecordsParts['reader'] {
  return async (request, demo) => {
    const known = await reader(request, demo);
    if (known !== null || bearerOf(request) !== demo.anonKey) return known;
    return { claims: { role: 'service_role' }, userId: null };
  };
}

/** The same readers, and the server itself for whoever is nobody. */
export function orAnybody(reader: RecordsParts['reader']): RecordsParts['reader'] {
  return async (request: Request, demo: DemoContext): Promise<Reader | null> =>
    (await reader(request, demo)) ?? { claims: { role: 'service_role' }, userId: null };
}

/** The same readers; but lists, for which nothing is named, are told to whoever is signed in as the server sees them. */
export function listsOfEverybody(reader: RecordsParts['reader']): RecordsParts['reader'] {
  return async (request, demo) => {
    const known = await reader(request, demo);
    const isList = /\/api\/(?:bookings|invoices)$/.test(new URL(request.url).pathname);
    return known && isList ? { claims: { role: 'service_role' }, userId: null } : known;
  };
}
