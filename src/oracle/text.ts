/** A text made from another one, with the way back to where each of its characters came from. */
export interface Derived {
  readonly text: string;
  /** Offset in this text to offset in the text it was made from. */
  readonly from: (offset: number) => number;
}

/** A view: one pure way of reading a text. `null` where it has nothing new to say. */
export interface View {
  readonly name: string;
  readonly read: (text: string) => Derived | null;
}

/** Collects pieces of a new text and remembers where each came from. */
export interface Weave {
  /** Takes over `source[start, end)` unchanged. */
  readonly copy: (source: string, start: number, end: number) => void;
  /** Puts `text` where `source` had something else, which began at `start`. */
  readonly put: (text: string, start: number) => void;
  readonly length: () => number;
  readonly done: () => Derived;
}

/** Starts an empty {@link Weave}. */
export function createWeave(): Weave {
  const pieces: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  const linear: boolean[] = [];
  let length = 0;
  const add = (text: string, origin: number, isCopy: boolean): void => {
    if (text === '') return;
    pieces.push(text);
    starts.push(length);
    origins.push(origin);
    linear.push(isCopy);
    length += text.length;
  };
  return {
    copy: (source, start, end) => add(source.slice(start, end), start, true),
    put: (text, start) => add(text, start, false),
    length: () => length,
    done: () => ({
      text: pieces.join(''),
      from: (offset) => {
        const at = lastNotAfter(starts, offset);
        const origin = origins[at] ?? 0;
        return linear[at] === true ? origin + offset - (starts[at] ?? 0) : origin;
      },
    }),
  };
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
  const near = done < 0 ? from : wordEnd(text, from + margin);
  const far = next > text.length ? to : wordBegin(text, to - margin);
  if (near >= far) return weave.copy(text, from, to);
  if (near > from) weave.copy(text, from, near);
  weave.put(apart, near);
  if (far < to) weave.copy(text, far, to);
}

/** A word that is cut off would look like another one. */
const longestWord = 128;

function wordEnd(text: string, index: number): number {
  for (let end = index; end < index + longestWord; end++)
    if (end >= text.length || isBlank(text.charCodeAt(end))) return end;
  return index;
}

function wordBegin(text: string, index: number): number {
  for (let begin = index; begin > index - longestWord; begin--)
    if (begin <= 0 || isBlank(text.charCodeAt(begin - 1))) return begin;
  return index;
}

function isBlank(code: number): boolean {
  return code <= 34 || code === 39 || code === 60 || code === 62;
}
