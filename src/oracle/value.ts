import { packedText } from './pack';
import type { OwnedRecord, OwnerName } from '../words';
import type { Extent } from './severity';

/** What sort of thing a value is: decides under which keys it is looked for. */
export type Sort = 'email' | 'phone' | 'name' | 'reference' | 'number' | 'text';

/** One value of one owner. */
export interface Value {
  readonly owner: OwnerName;
  readonly kind: string;
  readonly field: string;
  readonly text: string;
  readonly sort: Sort;
  readonly extent: Extent;
}

/** A value that cannot be told from chance, and so is not looked for. */
export interface Weak {
  readonly owner: OwnerName;
  readonly kind: string;
  readonly field: string;
}

const fewestLetters = 7;
const fewestDigits = 8;
const fewestLettersOfWord = 12;
const fewestWordsOfSentence = 5;

/** Fields whose values many people share, unless they are sentences: a conversation's title is its owner's. */
const sharedFields =
  /^(city|town|country|state|status|plan|role|currency|language|locale|gender|title|type|category|tier)$/i;
const dateLike =
  /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/;

/** Digits, with at most a currency beside them. */
const amountLike = /^(\p{Sc}|[A-Z]{3})?\s*[+\d(][\d.,'’()/ -]*(\p{Sc}|[A-Z]{3})?$/u;

/** Tells a value's sort by its shape, and by the field's name where the shape could be either. */
export function sortOf(field: string, text: string): Sort {
  if (/^\S+@\S+\.\S+$/.test(text)) return 'email';
  const digits = text.replace(/\D/g, '').length;
  const hasLetters = /\p{L}/u.test(text);
  if (!hasLetters && digits > 0)
    return /phone|mobile|tel|fax|whatsapp/i.test(field) || /^\s*(\+|00)/.test(text) ? 'phone' : 'number';
  if (/^\S*\d\S*$/.test(text) || (/^[\p{L}\d-]+$/u.test(text) && digits > 0)) return 'reference';
  if (
    digits === 0 &&
    /^[\p{L}\p{M}.'’ -]{2,60}$/u.test(text) &&
    /(^|[^a-z])name|customer|contact|guest|person|holder/i.test(field)
  ) {
    return 'name';
  }
  return 'text';
}

/** Whether a value is too short or too common to be looked for. */
function isWeak(field: string, text: string, sort: Sort): boolean {
  const packed = packedText(text, 'sound');
  if (packed.length < fewestLetters || dateLike.test(text.trim())) return true;
  if (amountLike.test(text.trim())) return text.replace(/\D/g, '').length < fewestDigits;
  if (sharedFields.test(field) && wordsOf(text) < fewestWordsOfSentence) return true;
  if (sort === 'name') return !/[\s-]/.test(text.trim()) || !isSpaced(text);
  if (/\bstreet\b/i.test(field) && !/\d/.test(text)) return true;
  return /^\p{L}+$/u.test(text.trim()) && packed.length < fewestLettersOfWord && !isMixed(text);
}

function wordsOf(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** `first-last` in one word is one name; two words, or a script without spaces, are a whole name. */
function isSpaced(text: string): boolean {
  return /\s/.test(text.trim());
}

/** A token such as `kZqWvbTr`: letters only, and no word of a language. */
function isMixed(text: string): boolean {
  return /[a-z][A-Z].*[a-z][A-Z]|[A-Z][a-z]+[A-Z][a-z]*[A-Z]/.test(text);
}

/** Splits records into the values that are looked for and those that are too weak. */
export function valuesOf(records: readonly OwnedRecord[]): {
  readonly values: readonly Value[];
  readonly weak: readonly Weak[];
} {
  const values: Value[] = [];
  const weak: Weak[] = [];
  for (const { owner, kind, id, fields } of records) {
    const isField = id !== undefined && Object.values(fields).includes(id);
    const entries: readonly (readonly [string, string, Extent])[] = [
      ...Object.entries(fields).map(
        ([field, text]) => [field, text, text === id ? 'identifier' : 'value'] as const,
      ),
      ...(id === undefined || isField ? [] : [['id', id, 'identifier'] as const]),
    ];
    for (const [field, text, extent] of entries) {
      const sort = sortOf(field, text);
      if (isWeak(field, text, sort)) weak.push({ owner, kind, field });
      else values.push({ owner, kind, field, text, sort, extent });
    }
  }
  return { values, weak };
}
