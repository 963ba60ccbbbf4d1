import { wordsOf } from '../oracle/strangers/name-context';
import { findNames, type NameSighting } from '../oracle/strangers/names';
import type { Product } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Hint } from '../words';
import { isStaff, marksOf } from './strangers';

/**
 * What is worth a look in what a visitor was shown: names of people who stand in no record, are not public, not shown to
 * everybody, and were not typed by the visitor. Changes no verdict: where the public pages cannot be opened, their
 * names are told, too.
 */
export async function hintsFor(
  { persona, viewer, said, session, stage }: Visitor,
  exhibits: readonly Exhibit[],
): Promise<readonly Hint[]> {
  const { familiar, key, product } = stage;
  if (isStaff(persona, Object.keys(product.accounts))) return [];
  const marks = marksOf(persona, session, product);
  let typed: readonly string[] | undefined;
  const isKnown = (name: NameSighting): boolean =>
    isConfigured(name, product) || isSaid(name, (typed ??= said.map(spokenIn)));
  const names = findNames(exhibits, viewer, key, isKnown, marks);
  if (names.length === 0) return [];
  const toAll = await familiar.saidToAll().catch(() => []);
  return findNames(exhibits, viewer, key, (name) => isKnown(name) || isSaid(name, toAll), marks);
}

interface Known {
  /** All words of each owner's records: a name may show in part, or be put together from two fields. */
  readonly owners: readonly ReadonlySet<string>[];
  readonly declared: readonly string[];
}

const knownOf = new WeakMap<Product, Known>();

function isConfigured(name: NameSighting, product: Product): boolean {
  const known = knownOf.get(product) ?? readKnown(product);
  knownOf.set(product, known);
  const words = name.spoken.split(' ');
  return known.owners.some((own) => words.every((word) => own.has(word))) || isSaid(name, known.declared);
}

function readKnown({ records, public: publicValues }: Product): Known {
  const owners = new Map<string, Set<string>>();
  for (const { owner, fields } of records) {
    const words = owners.get(owner) ?? new Set();
    for (const word of wordsOf(Object.values(fields).join(' '))) words.add(word);
    owners.set(owner, words);
  }
  return { owners: [...owners.values()], declared: publicValues.map(spokenIn) };
}

function spokenIn(text: string): string {
  return wordsOf(text).join(' ');
}

function isSaid({ spoken }: NameSighting, texts: readonly string[]): boolean {
  const other = spoken.split(' ').toReversed().join(' ');
  return texts.some((text) => holds(text, spoken) || holds(text, other));
}

/** As whole words. */
function holds(text: string, words: string): boolean {
  return text.includes(words) && ` ${text} `.includes(` ${words} `);
}
