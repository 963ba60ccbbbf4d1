import type { Caller, Claims, Database, DemoContext } from '../context';
import { privately } from '../auth/refusal';
import { recordById, type Held, type RecordKind } from './shape';

/** On whose behalf a record is read: the claims that the database is given, and whose lists are told. */
export interface Reader {
  readonly claims: Claims;
  /** `null`: the lists are of everybody whom the claims may see. */
  readonly userId: string | null;
}

/** What a look-up came to. `foreign` is for code that looks first and compares later. */
export type Outcome =
  | { readonly is: 'found'; readonly held: Held }
  | { readonly is: 'absent' }
  | { readonly is: 'foreign'; readonly held: Held; readonly owner: Owner };

/** The person to whom a record belongs. */
export interface Owner {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** A look-up that found nothing to tell, with what is needed to refuse it. */
export interface Refused {
  readonly db: Database;
  readonly reader: Reader;
  readonly kind: RecordKind;
  readonly outcome: Exclude<Outcome, { readonly is: 'found' }>;
}

type Find = (db: Database, reader: Reader, kind: RecordKind, id: string) => Promise<Outcome>;

/** How the records API decides. */
export interface RecordsParts {
  /** Who reads, on `/api`; `null` when nobody is signed in. Throws 401 for a token that is no good. */
  readonly reader: (request: Request, demo: DemoContext) => Promise<Reader | null>;
  /** The same on `/m/api`, which the mobile site uses. */
  readonly mobileReader: (request: Request, demo: DemoContext) => Promise<Reader | null>;
  readonly find: Find;
  /** A record of which only a part is asked for, such as an invoice's PDF. */
  readonly findChild: Find;
  /** On whose authority a change is made. */
  readonly writer: (reader: Reader) => Claims;
  /** How many records a list says there are. */
  readonly total: (db: Database, reader: Reader, kind: RecordKind, shown: number) => Promise<number>;
  readonly refuse: (refused: Refused) => Promise<Response>;
  /** What somebody without a session is told. */
  readonly signInFirst: (request: Request) => Response;
  /** Headers of every private answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The reader that a caller is: itself. */
function readerOf(caller: Caller): Reader | null {
  return caller.is === 'user' ? { claims: caller.claims, userId: caller.id } : null;
}

const soundReader: RecordsParts['reader'] = async (request, demo) => readerOf(await demo.callerOf(request));

/** The row rules decide, and what they hide does not exist. */
const soundFind: Find = async (db, reader, kind, id) => {
  const held = await db.as(reader.claims, (query) => recordById(query, kind, id));
  return held === null ? { is: 'absent' } : { is: 'found', held };
};

/** An answer of the records API that is no record. */
export function told(status: number, error: string, message: string, more: object = {}): Response {
  return Response.json({ error, message, ...more }, { status, headers: privately });
}

export const soundRecords: RecordsParts = {
  reader: soundReader,
  mobileReader: soundReader,
  find: soundFind,
  findChild: soundFind,
  writer: (reader) => reader.claims,
  total: async (_db, _reader, _kind, shown) => shown,
  refuse: async ({ kind }) => told(404, 'not_found', `There is no such ${kind}.`),
  signInFirst: () => told(401, 'unauthenticated', 'Please sign in first.'),
  headers: privately,
};
