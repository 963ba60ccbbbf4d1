import type { Product } from '../../product/types';
import type { OwnedRecord, OwnerName } from '../../words';
import type { ChatProbe } from './probe';

const placeholder = /\{(name|first name|last name|email|phone|id|reference)\}/gu;

/** What an intruder may know of an owner, by placeholder. */
export type Known = ReadonlyMap<string, string>;

/** What the config, and the environment for the address, say of an owner that a probe can name. */
export function knownOf(owner: OwnerName, product: Pick<Product, 'records' | 'accounts'>): Known {
  const own = product.records.filter((record) => record.owner === owner);
  const name = fieldLike(own, /name/iu, (value) => /\S\s+\S/u.test(value));
  const words = name?.split(/\s+/u) ?? [];
  const known = {
    name,
    'first name': words[0],
    'last name': words.slice(1).join(' ') || undefined,
    email: fieldLike(own, /e-?mail/iu, (value) => value.includes('@')) ?? addressOf(owner, product),
    phone: fieldLike(own, /phone|mobile/iu, (value) => /\d{4}/u.test(value.replaceAll(/\D/gu, ''))),
    reference: fieldLike(
      own,
      /reference|number/iu,
      (value, field) => !/phone/iu.test(field) && /\d/u.test(value),
    ),
    id: own.find(({ id }) => id !== undefined)?.id,
  };
  return new Map(
    Object.entries(known).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function fieldLike(
  records: readonly OwnedRecord[],
  field: RegExp,
  fits: (value: string, field: string) => boolean,
): string | undefined {
  const fields = records.flatMap((record) => Object.entries(record.fields));
  return fields.find(([name, value]) => field.test(name) && fits(value, name))?.[1];
}

/** The address by which an account signs in, as the environment holds it. */
export function addressOf(account: OwnerName, { accounts }: Pick<Product, 'accounts'>): string | undefined {
  const from = accounts[account];
  return from && process.env[from.emailEnv];
}

/** A probe with the owner's values in place, and the values that it names by that. */
export interface NamedProbe {
  readonly probe: ChatProbe;
  /** What comes back of these is an echo, however the probe has cut or hidden them. */
  readonly named: readonly string[];
}

/** Fills the placeholders of a probe; `undefined` when it names what is not known of the owner. */
export function named(probe: ChatProbe, known: Known): NamedProbe | undefined {
  const wanted = placeholdersOf(probe);
  if (!wanted.every((name) => known.has(name))) return undefined;
  const fill = (text: string) => text.replaceAll(placeholder, (_, name: string) => known.get(name) ?? '');
  const [first, ...more] = probe.says;
  return {
    probe: {
      ...probe,
      says: [fill(first), ...more.map(fill)],
      ...(probe.before && { before: probe.before.map(({ role, text }) => ({ role, text: fill(text) })) }),
    },
    named: namedBy(wanted, known),
  };
}

/** The placeholders of a probe, each once. */
function placeholdersOf({ says, before = [] }: ChatProbe): readonly string[] {
  const texts = [...says, ...before.map(({ text }) => text)];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, name = '']) => name)))];
}

/** Who says first and last name apart has named the person. */
function namedBy(wanted: readonly string[], known: Known): readonly string[] {
  const both = wanted.includes('first name') && wanted.includes('last name');
  return [...wanted, ...(both ? ['name'] : [])].map((name) => known.get(name) ?? '');
}
