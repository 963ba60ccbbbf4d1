import type { Value } from './value';

/** What a mask leaves to be seen, at an offset of the text: the end of a number or reference, or an email's outline. */
export interface Masked {
  readonly outline: string;
  readonly offset: number;
}

const longest = 262_144;
const stars = '[*•●∗·]';
/** `•••• 4412`, `***-KT26`, `xxxx-xxxx-4412`: a run of masks right before four signs or more, one of them a digit. */
const ends = new RegExp(
  `(?<![\\w/*])(?:${stars}[ -]?){3,}([A-Z0-9]{4,8})(?![\\w@])|(?<![a-z0-9])(?:x{4}[ -]?){1,5}(\\d{4})(?!\\w)`,
  'gi',
);
/** `j***@example.com`, `j***d@example.com`. */
const emails = new RegExp(
  `(?<![\\w.])([a-z0-9][\\w.]{0,2})${stars}{2,}(\\w?)@([a-z0-9-]+(?:\\.[a-z0-9-]+)+)`,
  'gi',
);

/** The masked values of a text, by what is left of them. */
export function maskedIn(text: string): readonly Masked[] {
  if (text.length > longest || !/[*•●∗·]{2}|[*•●∗·] [*•●∗·]|xxxx/i.test(text)) return [];
  const tails = Array.from(text.matchAll(ends), ({ 1: tail, 2: digits, index }) => ({
    outline: `…${(tail ?? digits ?? '').toLowerCase()}`,
    offset: index,
  }));
  const addresses = Array.from(
    text.matchAll(emails),
    ({ 1: first = '', 2: last = '', 3: host = '', index }) => ({
      outline: `${first}…${last}@${host}`.toLowerCase(),
      offset: index,
    }),
  );
  return [...tails.filter(({ outline }) => /\d/.test(outline)), ...addresses];
}

/** How many signs of a number or reference are left, at most, for it to count as masked. */
const longestTail = 8;
const shortestTail = 4;

/** By outline: the values that it fits. More than one text: it could be anybody's. */
export function createOutlines(values: readonly Value[]): (masked: Masked) => readonly number[] {
  const fitting = new Map<string, number[]>();
  for (const [number, value] of values.entries())
    for (const outline of outlinesOf(value)) fitting.set(outline, [...(fitting.get(outline) ?? []), number]);
  return ({ outline }) => {
    const numbers = fitting.get(outline) ?? [];
    return new Set(numbers.map((number) => values[number]?.text)).size === 1 ? numbers : [];
  };
}

function outlinesOf({ text, sort, extent }: Value): readonly string[] {
  if (extent !== 'value') return [];
  if (sort === 'email') return outlinesOfEmail(text.toLowerCase());
  if (sort !== 'phone' && sort !== 'number' && sort !== 'reference') return [];
  const packed = text.replace(/[^a-z0-9]/gi, '').toLowerCase();
  return Array.from(
    { length: longestTail - shortestTail + 1 },
    (_, index) => `…${packed.slice(-(shortestTail + index))}`,
  );
}

function outlinesOfEmail(email: string): readonly string[] {
  const [user = '', host = ''] = email.split('@');
  return [1, 2, 3].flatMap((shown) =>
    ['', user.slice(-1)].map((last) => `${user.slice(0, shown)}…${last}@${host}`),
  );
}
