/** Kinds of values by which people can be told, whoever they are. */
export const strangerKinds = [
  'email address',
  'phone number',
  'payment card',
  'bank account',
  'national id',
] as const;
export type StrangerKind = (typeof strangerKinds)[number];

/** A part of a text that may be such a value. */
export interface Candidate {
  readonly text: string;
  /** What stands before it: as much as a label takes. */
  readonly before: string;
}

/** How one kind of value is told from other text. */
export interface Detector {
  readonly kind: StrangerKind;
  /** What may be one, with the flag `g`: runs over everything, and so has to be quick. */
  readonly pattern: RegExp;
  /** Whether it is worth a closer look, by what stands before it. */
  readonly isLikely: (candidate: Candidate) => boolean;
  /**
   * The value in its one spelling, with the offset in the candidate at which it begins; `null` for what is none, and
   * for what is kept for examples.
   */
  readonly read: (candidate: Candidate) => Promise<Value | null>;
}

export interface Value {
  readonly normal: string;
  readonly start?: number;
}

/** Signs that are looked at before a candidate. */
export const surroundings = 80;

/** What may stand between a label and its value: quotes, colons, tags, a few blanks. */
const between = String.raw`["'\x60\\]{0,2}\s{0,4}(?:[:=#|]\s{0,4})?(?:<[^<>]{0,60}>\s{0,4}){0,4}["'\x60\\]{0,2}\s{0,4}$`;

/** Matches the text before a value that is labelled by one of these words, with `some_more` or ` (in brackets)` after it. */
export function labelled(words: string): RegExp {
  return new RegExp(String.raw`(?:${words})[\w.-]{0,14}(?: ?\([^()]{0,20}\)| \w{1,12})?${between}`, 'iu');
}
