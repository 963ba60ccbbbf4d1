import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { rootCauses } from '../../words';
import { malformedBodies } from './malformed-body';
import { familyNames, owaspTags, type ChatProbe } from './probe';

/** Where the cases are kept that a team wants to be tried again in every run. In git; a run writes new ones to its reports. */
const frozenFolder = join('tests', 'frozen');

const probe: z.ZodType<ChatProbe> = z.strictObject({
  id: z.string().min(1),
  family: z.enum(familyNames),
  owasp: z.array(z.enum(owaspTags)),
  hopesFor: z.string(),
  says: z.tuple([z.string()], z.string()),
  disguise: z.string().exactOptional(),
  times: z.int().positive().max(10_000).exactOptional(),
  before: z
    .array(z.strictObject({ role: z.enum(['user', 'assistant', 'system']), text: z.string() }))
    .exactOptional(),
  body: z.enum(malformedBodies).exactOptional(),
});

const frozenCase = z.strictObject({
  /** Of this format. */
  frozen: z.literal(1),
  /** The day, UTC. */
  found: z.string(),
  viewer: z.string(),
  owner: z.string(),
  way: z.enum(['page', 'api']),
  /** Whole, with its placeholders: it can be tried again when the corpus has long changed. */
  probe,
  /** What came back then: whose, of which kind, and the fingerprint that the report of that run has for it. */
  seen: z.array(
    z.strictObject({
      rule: z.string(),
      owner: z.string().nullable(),
      kind: z.string(),
      field: z.string(),
      fingerprint: z.string(),
      rootCause: z.enum(rootCauses).exactOptional(),
    }),
  ),
});

/** A leak that was found once, so that it can be tried again. Holds no value. */
export type FrozenCase = z.infer<typeof frozenCase>;

/** The same as it lies in a folder. */
export interface KeptCase extends FrozenCase {
  readonly file: string;
}

/**
 * Reads the frozen cases of a folder, in the order of their names.
 *
 * @returns none when there is no such folder
 * @throws with the name of the file when one is not of that form: what cannot be read cannot be tried
 */
export function readFrozen(folder = frozenFolder): readonly KeptCase[] {
  const files = namesIn(folder).filter((name) => name.endsWith('.json'));
  return files.toSorted().map((file) => ({ file, ...parsed(join(folder, file)) }));
}

function parsed(path: string): FrozenCase {
  try {
    const told: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return frozenCase.parse(told);
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'it is no JSON';
    const next = 'copy it again from reports/frozen, or remove it';
    throw new Error(`${path} is not a frozen case (${why}) → ${next}`, { cause: error });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
