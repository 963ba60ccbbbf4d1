import type { JudgedAnswer } from './judge';

/** An answer together with the identifier that was asked for, which may well be repeated in it. */
export interface AnswerFor extends JudgedAnswer {
  readonly id: string;
}

/** Headers in which products tell more than they mean to. */
const telling = ['content-type', 'content-range', 'location', 'www-authenticate'] as const;

/** How much longer or shorter an answer has to be in order to count where its wording is never twice the same. */
const sizeFactor = 1.5;

/**
 * In what the answer for somebody else's id is unlike those for ids that do not exist; `undefined` when in nothing.
 * Time is not compared. What differs between the two absent ones, too, is noise (a clock, a request's number).
 *
 * @param foreign asked for between the two, so that a clock cannot single it out
 */
export function differenceOf(
  foreign: AnswerFor,
  [before, after]: readonly [AnswerFor, AnswerFor],
): 'status' | 'headers' | 'wording' | 'size' | undefined {
  const alone = (part: (answer: AnswerFor) => string | number) =>
    part(before) === part(after) && part(foreign) !== part(before);
  if (alone(({ status }) => status)) return 'status';
  if (alone(headersOf)) return 'headers';
  if (wordingOf(before) === wordingOf(after)) return alone(wordingOf) ? 'wording' : undefined;
  const [size, ...absent] = [foreign, before, after].map((answer) => wordingOf(answer).length + 1);
  return absent.every((other) => isUnlike(size ?? other, other)) ? 'size' : undefined;
}

function wordingOf(answer: AnswerFor): string {
  return withoutId(answer.text, answer);
}

function headersOf(answer: AnswerFor): string {
  return telling.map((name) => withoutId(answer.headers[name] ?? '', answer)).join('\n');
}

function withoutId(text: string, { id }: AnswerFor): string {
  return text.replaceAll(id, '{id}').replaceAll(encodeURIComponent(id), '{id}');
}

function isUnlike(one: number, other: number): boolean {
  return Math.max(one, other) / Math.min(one, other) > sizeFactor;
}
