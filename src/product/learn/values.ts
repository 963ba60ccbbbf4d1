import { sortOf, valuesOf } from '../../oracle/value';
import type { OwnedRecord } from '../../words';

/** Free text of fewer words could be anybody's: "Your booking is confirmed". */
const fewestWords = 5;

/** Keys of other records: many share them. */
const foreignKey = /(?:_id|[a-z]Id|_key|_at|_on|_token|_hash)$/;

/**
 * What of an answer could only be one person's, as records: each object with an id of its own and its telling fields.
 * Left out is what could be anybody's (names, words, dates, amounts, addresses of pages, keys of other records): a value
 * that is taken for somebody's and is not would be a false alarm on every page.
 */
export function recordsIn(json: unknown, owner: string, kind: string): readonly OwnedRecord[] {
  if (Array.isArray(json)) return json.flatMap((item: unknown) => recordsIn(item, owner, kind));
  if (typeof json !== 'object' || json === null) return [];
  const entries = Object.entries(json);
  const fields = Object.fromEntries(
    entries.flatMap(([name, value]) => (isTelling(name, value) ? [[name, String(value)]] : [])),
  );
  const id: unknown = Reflect.get(json, 'id');
  const own: OwnedRecord = { owner, kind, ...(isId(id) && { id: String(id) }), fields };
  const below = entries.flatMap(([, value]) => recordsIn(value, owner, kind));
  return Object.keys(fields).length === 0 ? below : [own, ...below];
}

/** The same for the text of a page: addresses and references, which stand for themselves. */
export function recordsInPage(html: string, owner: string, kind: string): readonly OwnedRecord[] {
  const text = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  const words = new Set(
    text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')),
  );
  return [...words]
    .filter((word) => isTelling('text', word))
    .map((word) => ({ owner, kind, fields: { text: word } }));
}

function isId(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function isTelling(name: string, value: unknown): boolean {
  if (name === 'id' || foreignKey.test(name)) return false;
  if (typeof value !== 'string' || value.length > 2_000 || /^https?:|^[/#]/.test(value)) return false;
  if (valuesOf([{ owner: '', kind: '', fields: { [name]: value } }]).values.length === 0) return false;
  switch (sortOf(name, value)) {
    case 'email':
    case 'phone':
    case 'number':
      return true;
    case 'reference':
      return /\d/.test(value) && /\p{L}/u.test(value);
    case 'text':
      return value.trim().split(/\s+/).length >= fewestWords;
    case 'name':
      return false;
  }
}
