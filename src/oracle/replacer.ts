import type { LiteralForm } from './literal-forms';

/** Replaces every form by `‹label›`; tells each one that it met, if asked. */
export type Replace = (text: string, onMatch?: (form: LiteralForm) => void) => string;

/** No form is shorter. */
const prefix = 4;
const bits = 16;

interface Entry {
  readonly form: LiteralForm;
  /** What a text that is written in other capitals is compared with; `undefined` where capitals matter. */
  readonly caseless: readonly number[] | undefined;
}

/**
 * One pass over the text for any number of forms: a filter over four characters (case folded) turns nearly every place
 * away, and at the others the forms that begin so are tried, the longest first. A run hands out hundreds of tokens of
 * 600 letters each, and this is made anew with each of them: it keeps nothing per letter.
 */
export function createReplacer(forms: readonly LiteralForm[]): Replace {
  const filter = new Uint8Array(1 << bits);
  const entries = new Map<number, Entry[]>();
  for (const form of forms.toSorted((a, b) => b.text.length - a.text.length)) {
    if (form.text.length < prefix) continue;
    const hash = hashAt(form.text, 0);
    filter[hash] = 1;
    const alike = entries.get(hash) ?? [];
    alike.push({ form, caseless: isCaseless(form) ? foldedCodes(form.text) : undefined });
    entries.set(hash, alike);
  }
  return (text, onMatch) => {
    const pieces: string[] = [];
    let done = 0;
    for (let index = 0; index + prefix <= text.length; index++) {
      const hash = hashAt(text, index);
      if (filter[hash] === 0) continue;
      const found = entries.get(hash)?.find((entry) => standsAt(entry, text, index))?.form;
      if (found === undefined) continue;
      onMatch?.(found);
      pieces.push(text.slice(done, index), `‹${found.label}›`);
      index += found.text.length - 1;
      done = index + 1;
    }
    return done === 0 ? text : pieces.join('') + text.slice(done);
  };
}

function standsAt({ form, caseless }: Entry, text: string, start: number): boolean {
  if (caseless === undefined) return text.startsWith(form.text, start);
  return caseless.every((code, index) => code === folded(text.charCodeAt(start + index)));
}

function foldedCodes(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => folded(text.charCodeAt(index)));
}

/** Case of base64 letters matters, and that of an email address (or anything with a percent code) does not. */
function isCaseless({ form, text }: LiteralForm): boolean {
  return form !== 'base64' && (/@|%40|&commat;/i.test(text) || /%[0-9a-f]{2}/i.test(text));
}

/** Small letter of a capital one, as far as that is one character. */
function folded(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const small = String.fromCharCode(code).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : code;
}

function hashAt(text: string, index: number): number {
  const first = folded(text.charCodeAt(index));
  const second = folded(text.charCodeAt(index + 1));
  const third = folded(text.charCodeAt(index + 2));
  const fourth = folded(text.charCodeAt(index + 3));
  return (first * 0x1f35 + second * 0x4a1 + third * 0x83 + fourth * 7) & ((1 << bits) - 1);
}
