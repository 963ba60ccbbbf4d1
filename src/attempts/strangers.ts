import { findStrangers, type Sighting } from '../oracle/strangers';
import type { Product, Session } from '../product/types';
import { valuesIn } from '../visit/familiar';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding, Obstacle, Persona } from '../words';

interface Strangers {
  readonly findings: readonly Finding[];
  /** Why not all could be told from what everybody is shown. */
  readonly unknown: readonly Obstacle[];
}

/**
 * Email addresses, telephone numbers and the like of people whom nobody has told us of, in what a visitor was shown.
 * What the public pages show to everybody is none: they are looked at when there is anything to ask for.
 */
export async function strangersShownTo(
  { name, persona, viewer, said, session, stage }: Visitor,
  exhibits: readonly Exhibit[],
): Promise<Strangers> {
  const { familiar, key, product } = stage;
  if (isStaff(persona, Object.keys(product.accounts))) return { findings: [], unknown: [] };
  const [configured, own] = await Promise.all([familiar.configured(), valuesIn(said)]);
  const isKnown = (normal: string): boolean => configured.has(normal) || own.has(normal);
  const marks = marksOf(persona, session, product);
  const strangers = await findStrangers(exhibits, viewer, key, ({ normal }) => isKnown(normal), marks);
  if (strangers.length === 0) return { findings: [], unknown: [] };
  try {
    const shownToAll = await familiar.shownToAll();
    const isFamiliar = ({ normal }: Sighting): boolean => isKnown(normal) || shownToAll.has(normal);
    return { findings: await findStrangers(exhibits, viewer, key, isFamiliar, marks), unknown: [] };
  } catch (error) {
    const detail = `${name} was shown the ${strangers[0]?.kind} of somebody whom the config does not know, and the public pages could not be opened to see whether everybody is (${nameOf(error)}) → see that they open, or declare the value public`;
    return { findings: [], unknown: [{ what: 'control-failed', detail }] };
  }
}

/** Of a dead session, too: what its rows show is judged as records, and they stay its owner's. */
export function marksOf(
  { account }: Persona,
  session: Session | null,
  product: Product,
): ReadonlySet<string> {
  const config = account === null ? undefined : product.accounts[account];
  const marks = [session?.userId, config && process.env[config.emailEnv]];
  return new Set(marks.flatMap((mark) => (mark ? [mark.toLowerCase()] : [])));
}

/** Who may see another account's records sees those of customers whom nobody plays, too: that is its work. */
export function isStaff({ account, sees }: Persona, accounts: readonly string[]): boolean {
  return sees.some((owner) => owner !== account && accounts.includes(owner));
}

/** Of messages only the name: they quote addresses. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}
