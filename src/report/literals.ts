import type { Product } from '../product/types';
import type { OwnedRecord } from '../words';

/** A value that may be written nowhere, and what is written in its place. */
export interface Literal {
  /** `userA invoice number`: holds nothing of the value. */
  readonly label: string;
  readonly value: string;
}

/** What must not be written, and the labels of what is too short to be told from ordinary text. */
export interface Literals {
  readonly literals: readonly Literal[];
  readonly tooShort: readonly string[];
}

type Source = Pick<Product, 'accounts' | 'records' | 'public' | 'signIn'> & {
  readonly chat?: Pick<Product['chat'], 'sitePasswordEnv'>;
};

/** Below this, masking would punch holes into ordinary words and every search of a report would hit. */
const fewestCharacters = 4;

/** A short number is part of any timestamp. */
const fewestDigits = 6;

/** An identifier shorter than this (`1024`) is no secret and turns up everywhere. */
const fewestOfAnId = 12;

/**
 * Everything of a product that no report, log or error may carry: the values of all records of all owners, their long
 * identifiers, e-mail addresses and passwords of the accounts, and the keys that the sign-in recipe reads. What the
 * product declares public is left out.
 * @param env where the accounts' variables are read from
 */
export function gatherLiterals(product: Source, env: NodeJS.ProcessEnv = process.env): Literals {
  const isPublic = new Set(product.public.map((value) => value.trim()));
  const all = [
    ...product.records.flatMap(valuesOf),
    ...accountsOf(product, env),
    ...keysOf(product, env),
  ].filter(({ value }) => value.trim() !== '' && !isPublic.has(value.trim()));
  const literals = all.filter(({ value }) => isTellingEnough(value));
  const tooShort = all.filter(({ value }) => !isTellingEnough(value)).map(({ label }) => label);
  return { literals, tooShort: [...new Set(tooShort)] };
}

function valuesOf({ owner, kind, id, fields }: OwnedRecord): Literal[] {
  const values = Object.entries(fields).map(([field, value]) => ({
    label: `${owner} ${kind} ${field}`,
    value,
  }));
  const identifier = id && id.length >= fewestOfAnId ? [{ label: `${owner} ${kind} id`, value: id }] : [];
  return [...values, ...identifier];
}

function accountsOf({ accounts }: Source, env: NodeJS.ProcessEnv): Literal[] {
  return Object.entries(accounts).flatMap(([account, { emailEnv, passwordEnv }]) => [
    { label: `${account} account e-mail`, value: env[emailEnv] ?? '' },
    { label: `${account} account password`, value: env[passwordEnv] ?? '' },
  ]);
}

function keysOf({ signIn, chat }: Source, env: NodeJS.ProcessEnv): Literal[] {
  const names = [...signIn.needs, ...(chat?.sitePasswordEnv === undefined ? [] : [chat.sitePasswordEnv])];
  return names.map((name) => ({ label: name, value: env[name] ?? '' }));
}

function isTellingEnough(value: string): boolean {
  const packed = value.replace(/[^\p{L}\p{N}]/gu, '');
  const least = /^\d+$/.test(packed) ? fewestDigits : fewestCharacters;
  return packed.length >= least;
}
