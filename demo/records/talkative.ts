import { findThenCompare } from './careless';
import { told, type Outcome, type RecordsParts } from './parts';
import { recordJson, recordsOf, type Held } from './shape';

type Foreign = Extract<Outcome, { readonly is: 'foreign' }>;

/** The same API, with an answer of its own to whoever asks for a record that is somebody else's. */
export function tellingForeign(parts: RecordsParts, tell: (foreign: Foreign) => Response): RecordsParts {
  return {
    ...parts,
    find: findThenCompare,
    refuse: async (refused) =>
      refused.outcome.is === 'foreign' ? tell(refused.outcome) : parts.refuse(refused),
  };
}

/** What a record is called by people. */
function nameOf(held: Held): string {
  return held.kind === 'booking' ? held.row.reference : held.row.number;
}

export function quotesRow({ held, owner }: Foreign): Response {
  const row = Object.values({ ...recordJson(held), user_id: owner.userId }).join(', ');
  return told(403, 'forbidden', 'Access violates the owner rule', {
    detail: `Failing row contains (${row}).`,
  });
}

export function namesOwner({ held, owner }: Foreign): Response {
  return told(403, 'forbidden', `This ${held.kind} belongs to ${owner.name} (${owner.email}).`);
}

function starred(text: string): string {
  return text
    .split(' ')
    .map((word) => `*${word.slice(1)}`)
    .join(' ');
}

export function masksTooLittle({ held, owner }: Foreign): Response {
  const hint = { holder: starred(owner.name), email: starred(owner.email), [held.kind]: nameOf(held) };
  return told(403, 'forbidden', `This ${held.kind} belongs to another account.`, { hint });
}

export function failsLoudly({ held, owner }: Foreign): Response {
  throw new Error(`${held.kind} ${nameOf(held)} of ${owner.email} must not be read with this session`);
}

/** Instead of "not found", the first record of somebody else: the first person who joined. */
export const tellsSample: RecordsParts['refuse'] = async ({ db, reader, kind }) => {
  const sample = await db.asService(async (query) => {
    const sql =
      'select user_id from profiles where user_id is distinct from $1::uuid order by created_at limit 1';
    const [somebody] = await query<{ readonly user_id: string }>(sql, [reader.userId]);
    return (await recordsOf(query, kind, somebody?.user_id ?? null)).at(0);
  });
  if (sample === undefined) return told(404, 'not_found', `There is no such ${kind}.`);
  return Response.json({ sample: true, ...recordJson(sample) });
};

/** Counts without asking whose. */
export const countsAll: RecordsParts['total'] = (db, _reader, kind) =>
  db.asService(async (query) => (await recordsOf(query, kind, null)).length);
