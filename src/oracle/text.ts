import type { Units } from './units';

/** A text made from another one, with the way back to where each of its characters came from. */
export interface Derived {
  readonly text: string;
  /** Offset in this text to offset in the text it was made from. */
  readonly from: (offset: number) => number;
}

/** A view: one pure way of reading a text. `null` where it has nothing new to say. */
export interface View {
  readonly name: string;
  /** @param units those of the text, for a caller that has them already */
  readonly read: (text: string, units?: Units) => Derived | null;
}

/** A new text while it is put together: its pieces, and where each came from. */
export interface Weave {
  readonly pieces: string[];
  readonly starts: number[];
  readonly origins: number[];
  /** Whether a piece was taken over unchanged. */
  readonly linear: boolean[];
  length: number;
}

/** Starts an empty {@link Weave}. */
export function createWeave(): Weave {
  return { pieces: [], starts: [], origins: [], linear: [], length: 0 };
}

function add(weave: Weave, text: string, origin: number, isCopy: boolean): void {
  if (text === '') return;
  weave.pieces.push(text);
  weave.starts.push(weave.length);
  weave.origins.push(origin);
  weave.linear.push(isCopy);
  weave.length += text.length;
}

/** Takes over `source[start, end)` unchanged. */
export function copyInto(weave: Weave, source: string, start: number, end: number): void {
  add(weave, source.slice(start, end), start, true);
}

/** Puts `text` where the source had something else, which began at `start`. */
export function putInto(weave: Weave, text: string, start: number): void {
  add(weave, text, start, false);
}

/** The text that was put together, with the way back. */
export function woven({ pieces, starts, origins, linear }: Weave): Derived {
  return {
    text: pieces.join(''),
    from(offset) {
      const at = lastNotAfter(starts, offset);
      const origin = origins[at] ?? 0;
      return linear[at] === true ? origin + offset - (starts[at] ?? 0) : origin;
    },
  };
}

/** The same; `null` when nothing was put together. */
export function wovenIfAny(weave: Weave): Derived | null {
  return weave.length === 0 ? null : woven(weave);
}

/** Index of the last entry of the rising list that is not greater than `value`; 0 when all are. */
export function lastNotAfter(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Stands between texts that were found apart, and is part of no run of anything. */
export const apart = '\n\0\n';

/**
 * Copies what stands between two changes that end and begin at `done` and `next`, or, where that is long, only what is
 * near to them.
 * @param done -1 when there was no change before, `next` is infinite when there is none after
 */
export function copyNear(weave: Weave, text: string, done: number, next: number, margin: number): void {
  const from = Math.max(0, done);
  const to = Math.min(text.length, next);
  const isOpen = done < 0 || next > text.length;
  if (to - from <= (isOpen ? margin : 2 * margin)) return copyInto(weave, text, from, to);
  const near = done < 0 ? from : listEnd(text, wordEnd(text, from + margin));
  const far = next > text.length ? to : wordBegin(text, to - margin);
  if (near >= far) return copyInto(weave, text, from, to);
  if (near > from) copyInto(weave, text, from, near);
  putInto(weave, apart, near);
  if (far < to) copyInto(weave, text, far, to);
}

const longestSlice = 262_144;
/** A value that one slice ends in stands in the next one, too. */
const overlap = 4_096;

/**
 * Cuts a long text where a word ends, so that the clock can be looked at in between. Long runs without a blank (data
 * addresses) are cut in two where they must be.
 */
export function* slicesOf(text: string): Generator<{ readonly text: string; readonly start: number }> {
  if (text.length <= longestSlice + overlap) return void (yield { text, start: 0 });
  for (let start = 0; start < text.length;) {
    const end = wordEnd(text, start + longestSlice);
    yield { text: text.slice(start, end), start };
    if (end >= text.length) return;
    start = wordBegin(text, end - overlap);
  }
}

/** A word that is cut off would look like another one; what is encoded is a long word. */
const longestWord = 2_048;

/** Where the word at an offset ends; the offset itself within a very long one. */
export function wordEnd(text: string, index: number): number {
  for (let end = index; end < index + longestWord; end++)
    if (end >= text.length || isBlank(text.charCodeAt(end))) return end;
  return index;
}

/** Where the word at an offset begins; the offset itself within a very long one. */
export function wordBegin(text: string, index: number): number {
  for (let begin = index; begin > index - longestWord; begin--)
    if (begin <= 0 || isBlank(text.charCodeAt(begin - 1))) return begin;
  return index;
}

/** Numbers, pairs of digits, dots and dashes: a list of them that began within reach is read to its end. */
const listed = /(?:[\s,;|/]{1,3}(?:0x)?[0-9a-f.·-]{1,8}(?=[\s,;|/"'<\\]|$)){1,512}/iy;

function listEnd(text: string, index: number): number {
  listed.lastIndex = index;
  return listed.test(text) ? listed.lastIndex : index;
}

function isBlank(code: number): boolean {
  return code <= 34 || code === 39 || code === 60 || code === 62;
}
