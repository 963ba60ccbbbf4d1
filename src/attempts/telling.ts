import { createLately, type Lately } from '../lately';
import type { Oracle } from '../oracle/oracle';
import type { Exhibit, Viewer } from '../words';

/** What is known of one worker's answers: whether anything in them could be somebody's. */
interface Known {
  /** Bodies by what they are, for equal ones are the same object; with the type that they were read as. */
  readonly bodies: WeakMap<Uint8Array, { readonly type: string | undefined; readonly tells: boolean }>;
  readonly texts: Lately<string, boolean>;
}

const knownTo = new WeakMap<Oracle, Known>();

/** Texts that are remembered: heads of answers, which are mostly alike. */
const mostTexts = 1_000;

/** Who may see nothing and has said nothing: what shows this one nothing shows nobody anything. */
const nobody: Viewer = { name: 'nobody', sees: [] };

/**
 * Those exhibits of an answer that anything can come of: all but those which hold no value of anybody's and could be read.
 * That is the same whoever is answered, and is found out once for each of them; whose eyes look, and what they have
 * said, counts for the rest. What shows in parts (several exhibits of one channel) is not taken apart.
 */
export function tellingOf(oracle: Oracle, exhibits: readonly Exhibit[]): readonly Exhibit[] {
  const [head, body, more] = exhibits;
  if (more || (body && head?.channel === body.channel)) return exhibits;
  const known = knownOf(oracle);
  return exhibits.filter((exhibit) => tells(oracle, known, exhibit));
}

function tells(oracle: Oracle, known: Known, exhibit: Exhibit): boolean {
  const { body, type } = exhibit;
  if (body instanceof Uint8Array) {
    const before = known.bodies.get(body);
    if (before && before.type === type) return before.tells;
    const now = { type, tells: tellsAnything(oracle, exhibit) };
    known.bodies.set(body, now);
    return now.tells;
  }
  if (typeof body !== 'string' || type !== undefined) return true;
  const before = known.texts.get(body);
  if (before !== undefined) return before;
  const now = tellsAnything(oracle, exhibit);
  known.texts.set(body, now);
  return now;
}

function tellsAnything(oracle: Oracle, exhibit: Exhibit): boolean {
  const { findings, unreadable, shown } = oracle.search([exhibit], nobody, []);
  return findings.length > 0 || unreadable.length > 0 || shown.size > 0;
}

function knownOf(oracle: Oracle): Known {
  const before = knownTo.get(oracle);
  if (before) return before;
  const known: Known = { bodies: new WeakMap(), texts: createLately(mostTexts) };
  knownTo.set(oracle, known);
  return known;
}
