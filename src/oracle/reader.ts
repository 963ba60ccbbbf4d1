import { createBudget, usualLimits, type Budget, type Limits } from './budget';
import { isWholeJson, jsonLeaves, jsonUnescaped, pathOf, type Leaf } from './json';
import { joinedEvents, joinedFields, joinedStream } from './joined';
import type { Lexicon, Lexicons, Meaning } from './lexicon';
import { encodedParts, withoutWellKnown } from './encoded-parts';
import { maskedIn, type Masked } from './masked';
import { scanSenses } from './matcher';
import type { Sense } from './fold';
import type { OnHitInSense } from './sweep-senses';
import { withUnits, type Units } from './units';
import { lastNotAfter, slicesOf, type Derived, type View } from './text';
import {
  backslashEscapes,
  decoders,
  encodings,
  encodingsInLetters,
  namingEscapes,
  overTags,
  rot13,
  rot47,
  turns,
  unescape,
  unescapedNear,
  withoutTags,
  withoutTagsNear,
} from './views';

/** A key that was found in a text. */
export interface Hit {
  readonly meanings: readonly Meaning[];
  /** Offset in the text that was read. */
  readonly offset: number;
  readonly path?: string;
  /** Views that led to it, outermost first. */
  readonly chain: readonly string[];
  /** Only as a part of a longer key: a name within an email address. */
  readonly within: boolean;
}

export interface Reading {
  readonly hits: readonly Hit[];
  /** Values of which most was hidden. */
  readonly masked: readonly Masked[];
  /** Why not everything could be read; empty when it was. */
  readonly problems: readonly string[];
}

/** Finds whose values stand in a text, behind whatever disguise. */
export interface Reader {
  readonly read: (text: string, type?: string) => Reading;
  /** Reads what was put together from parts that were read: only what goes over their joints can be new. */
  readonly readJoined: (text: string) => Reading;
}

interface Page {
  readonly text: string;
  readonly origin: (offset: number) => number;
  readonly chain: readonly string[];
  readonly depth: number;
  readonly layers: number;
  /** Put together from parts of the body. */
  readonly isJoined: boolean;
  /** How often it was turned around, or what it was made from. */
  readonly turned: number;
  /** Length of what it was made from by undoing escapes, where it was turned before. */
  readonly escapedFrom?: number;
  readonly path?: string;
}

/** Three encodings, each of which escapes twice. */
const mostLayers = 6;
const mostHitsOfKey = 50;
/** Of longer texts only what looks encoded is read backwards, or turned: the whole costs as much again. */
const longestTurned = 512;
const longestTurnedIfEncoded = 1_024;
const longestTurnedTwice = 256;
const reachOfTurned = 16;
const mostTurns = 2;
/**
 * A sign of an escape, as it is or after rot47, a long word, a list of numbers that rot47 made letters of, or what three
 * turns leave: numbers in groups, and words with signs in them.
 */
const maybeEncoded = new RegExp(
  [
    String.raw`[\\%&]|\S{12}|-[FI_-h]|(?:T|_I)[2-7_-h]{2}|UR`,
    '(?:[-_`<\\w]{2,4}[[\\s]{1,2}){6}',
    '(?:[_`n-u]{2,9}[\\s\\]^]{1,2}){2}[_`n-u]{2}',
    String.raw`(?:[01?@A-F]{2,9}[\s./]{1,2}){2}[01?@A-F]{2}`,
    String.raw`\w[:<-@]+\w\S*\s\S*\w[:<-@]+\w`,
  ].join('|'),
);
const longestWithLeaves = 8_000_000;

/** Makes the function that reads texts against the given indices. */
export function createReader(lexicons: Lexicons, limits: Limits = usualLimits): Reader {
  const read = (whole: string, type: string | undefined, isJoined: boolean): Reading => {
    const problems = new Set<string>();
    if (whole.length > limits.characters)
      problems.add(`longer than ${limits.characters} characters: the rest was not read`);
    const text = whole.slice(0, limits.characters);
    const budget = createBudget(text.length, limits);
    const leaves = text.length <= longestWithLeaves ? jsonLeaves(text) : null;
    const { note, hits } = createNotes(leaves, (path) => holdsKey(path, lexicons));
    const first: Page = {
      text,
      origin: (offset) => offset,
      chain: [],
      depth: 0,
      layers: 0,
      isJoined,
      turned: 0,
    };
    const isJson = leaves !== null && isWholeJson(text);
    for (const page of [first, ...joinedPages(first, leaves, type)])
      explore(isJson ? withoutJsonEscapes(page) : page, {
        lexicons,
        limits,
        budget,
        problems,
        note,
        seen: new Map(),
      });
    const over = budget.over();
    if (over !== null) problems.add(over);
    return { hits: hits(), masked: isJoined ? [] : maskedIn(text), problems: [...problems] };
  };
  return {
    read: (text, type) => read(text, type, false),
    readJoined: (text) => read(text, undefined, true),
  };
}

/** JSON's own escapes are no disguise: nobody reads a JSON text as it stands. */
function withoutJsonEscapes(page: Page): Page {
  const plain = jsonUnescaped(page.text);
  return plain === null ? page : pageOf(page, plain, null);
}

function joinedPages(page: Page, leaves: readonly Leaf[] | null, type: string | undefined): readonly Page[] {
  const fields = leaves === null ? joinedEvents(page.text, type) : joinedFields(page.text, leaves);
  const joins = [...(fields === null ? [] : [fields]), ...joinedStream(page.text, type)];
  return joins.map((join) => ({
    ...pageOf(page, join, join.name),
    isJoined: true,
    ...(join.path === undefined ? {} : { path: join.path }),
  }));
}

/** The page of a text that was made from another one, by a view unless `name` is null. */
function pageOf(page: Page, derived: Derived, name: string | null): Page {
  return {
    ...page,
    text: derived.text,
    origin(offset) {
      return page.origin(derived.from(offset));
    },
    chain: name === null ? page.chain : [...page.chain, name],
  };
}

interface Search {
  readonly lexicons: Lexicons;
  readonly limits: Limits;
  readonly budget: Budget;
  readonly problems: Set<string>;
  readonly note: Note;
  /** Least depth at which each text was read. */
  readonly seen: Map<string, number>;
}

/** Reads one text: as it is, without its tags, whatever is encoded in it, and then with a layer of escapes less. */
function explore(page: Page, search: Search): void {
  for (const { text, start } of slicesOf(page.text))
    exploreSlice(start === 0 && text === page.text ? page : sliceOf(page, text, start), search);
}

function sliceOf(page: Page, text: string, start: number): Page {
  return pageOf(page, { text, from: (offset) => start + offset }, null);
}

function exploreSlice(page: Page, search: Search): void {
  if (!isNew(page, search)) return;
  withUnits(page.text, (units) => {
    match(page, units, search);
    decode(page, units, search, page.isJoined ? encodings : decoders);
    turn(page, units, search);
  });
  readWithoutTags(page, search);
  const plain = unescaped(page, search);
  if (plain !== null) explore(plain, search);
}

function readWithoutTags(page: Page, search: Search): void {
  const bare = withoutTagsNear(page.text, search.lexicons.reach);
  if (bare === null) return;
  const plain = pageOf(page, bare, withoutTags.name);
  if (!isNew(plain, search)) return;
  withUnits(plain.text, (units) => {
    match(plain, units, search);
    decode(plain, units, search, overTags);
  });
}

/** Whether a text was not read before (at this depth or a lesser one), and may still be. */
function isNew({ text, depth }: Page, { seen, budget }: Search): boolean {
  const known = seen.get(text);
  if ((known !== undefined && known <= depth) || !budget.take(text.length)) return false;
  seen.set(text, depth);
  return true;
}

/**
 * What stands near to the escapes of a page, with one layer of them less; `null` when it has none. Of escapes with and
 * without backslashes those are half a layer: what was turned around between the two would be unescaped in part.
 */
function unescaped(page: Page, { problems, lexicons }: Search): Page | null {
  const margin = isShort(page) ? Infinity : lexicons.reach;
  const isMixed = page.text.includes('\\') && /[%&]/.test(page.text);
  const half = isMixed ? unescapedNear(page.text, margin, backslashEscapes) : null;
  const plain = half ?? unescapedNear(page.text, margin);
  if (plain === null) return null;
  const layers = page.layers + (half === null ? 1 : 0.5);
  if (page.layers < mostLayers) return { ...pageOf(page, plain, unescape.name), layers };
  problems.add(`escaped more than ${mostLayers} times over`);
  return null;
}

function decode(page: Page, units: Units, search: Search, views: readonly View[]): void {
  if (page.depth >= search.limits.depth) return;
  for (const { name, read } of views) {
    const decoded = read(page.text, units);
    if (decoded !== null) explore(deeper(page, decoded, name), search);
  }
}

function deeper(page: Page, derived: Derived, name: string): Page {
  return { ...pageOf(page, derived, name), depth: page.depth + 1, layers: 0 };
}

/**
 * What was encoded first and then turned around. The turned text itself is not matched (the index has the turned keys,
 * and there is a sense for rot47), only what can be decoded from it.
 */
function turn(page: Page, units: Units, search: Search): void {
  if (page.depth >= search.limits.depth || page.isJoined || page.turned > 0) return;
  const parts = encodedParts(page.text, units);
  const short = isShort(page, () => parts);
  const mayBeShort = short && ((page.layers > 0 && page.depth === 0) || maybeEncoded.test(page.text));
  if (parts === null && !mayBeShort) return;
  if (short || parts === null)
    return turnWhole({ ...page, text: withoutWellKnown(page.text) }, short, search);
  const partly = pageOf(page, parts, null);
  turnWhole(partly, isShort(partly), search);
}

function isShort({ text }: Page, partsOf = () => encodedParts(text)): boolean {
  if (text.length <= longestTurned) return true;
  return text.length <= longestTurnedIfEncoded && isMostlyEncoded(text, partsOf());
}

function isMostlyEncoded(text: string, parts = encodedParts(text)): boolean {
  return (parts?.text.length ?? 0) * 2 >= text.length || isMostlyTurnedNumbers(text);
}

/** Lists of numbers half way on: `-_e_` for `\060`, `cg[ ` for `48, `. */
const turnedNumbers = /(?:-[_-h]{2,3}\s?|[_-h]{2,3}(?:\[\s?|\s)){7,}/g;

function isMostlyTurnedNumbers(text: string): boolean {
  const listed = Array.from(text.matchAll(turnedNumbers), ([list]) => list.length);
  return listed.reduce((sum, length) => sum + length, 0) * 2 >= text.length;
}

/** Only what was turned first of all: a third layer is under it. */
function mayBeTurnedTwice({ text, depth }: Page): boolean {
  if (depth !== 1) return false;
  if (text.length <= longestTurnedTwice) return true;
  return text.length <= longestTurnedIfEncoded && isMostlyEncoded(text);
}

/** @param short what is turned is as long as it was, and as much of it looks encoded: asked once */
function turnWhole(page: Page, short: boolean, search: Search): void {
  // Twice the same way is what was there before, with other ends of words.
  const others = turns.filter(({ name }) => page.turned === 0 || !page.chain.includes(name));
  for (const view of others) readTurned(turnedBy(view, page, page.text), short, search);
  // Half way on a quote is a letter, and what stood between quotes would be a part of a longer word.
  if (others.includes(rot47) && short && page.text.includes('"'))
    readTurned(turnedBy(rot47, page, page.text.replaceAll('"', '\n')), short, search);
}

function turnedBy({ name, read }: View, page: Page, text: string): Page {
  const turned = read(text);
  return turned === null ? page : { ...deeper(page, turned, name), turned: page.turned + 1 };
}

function readTurned(page: Page, short: boolean, search: Search): void {
  if (!isNew(page, search)) return;
  withUnits(page.text, (units) => {
    if (page.layers > 0) scan(page, units, 'sound', search);
    if (page.depth <= 2 && short && mayHideTurned(page)) scan(page, units, 'rot47', search);
    decode(page, units, search, page.chain.at(-1) === rot13.name ? encodingsInLetters : encodings);
  });
  if (page.turned < mostTurns && mayBeTurnedTwice(page)) turnWhole(page, short, search);
  if (page.layers >= mostLayers) return;
  // By chance there are escapes in everything that was turned; of what was encoded, all is escaped.
  const plain = short ? unescape.read(page.text) : unescapedNear(page.text, reachOfTurned, namingEscapes);
  if (plain === null) return;
  const escapedFrom = page.text.length;
  const next = { ...pageOf(page, plain, unescape.name), layers: page.layers + 1, escapedFrom };
  readTurned(next, short || isShort(next), search);
}

/**
 * Half way on twice is what was there before, unless letters were turned between the two, or what is between them was
 * escaped: then most of it was.
 */
function mayHideTurned({ chain, text, escapedFrom = Infinity }: Page): boolean {
  if (!chain.includes(rot47.name)) return true;
  const last = chain.at(-1);
  if (last !== unescape.name) return last === rot13.name;
  return text.length <= longestTurnedTwice || text.length * 3 <= escapedFrom * 2;
}

function match(page: Page, units: Units, search: Search): void {
  const { plain, leet } = search.lexicons;
  const spans = collected(page.text, search.lexicons);
  scanSenses({ plain: plain.matcher, leet: leet.matcher }, page.text, units, spans.add);
  const senses = page.isJoined ? joinedSenses : allSenses;
  for (const sense of spans.any() ? senses : []) noteSpans(page, sense, spans.of(sense), search);
}

const joinedSenses: readonly Sense[] = ['sound', 'look', 'leet'];
const allSenses: readonly Sense[] = [...joinedSenses, 'rot47'];

function scan(page: Page, units: Units, sense: Sense, search: Search): void {
  const spans = collected(page.text, search.lexicons);
  lexiconOf(sense, search.lexicons).matcher.scan(
    page.text,
    sense,
    (key, start, end) => spans.add(sense, key, start, end),
    units,
  );
  noteSpans(page, sense, spans.of(sense), search);
}

function lexiconOf(sense: Sense, { plain, leet }: Lexicons): Lexicon {
  return sense === 'leet' ? leet : plain;
}

function noteSpans(page: Page, sense: Sense, spans: readonly Span[], { lexicons, note }: Search): void {
  const { meanings } = lexiconOf(sense, lexicons);
  let covered = 0;
  for (const { key, start, end } of spans) {
    note({
      meanings: meanings[key] ?? [],
      offset: page.origin(start),
      chain: isDisguise(sense) ? [...page.chain, sense] : page.chain,
      within: end <= covered,
      ...(page.path === undefined ? {} : { path: page.path }),
    });
    covered = Math.max(covered, end);
  }
}

interface Spans {
  readonly add: OnHitInSense;
  readonly any: () => boolean;
  /** From left to right, the longest first. */
  readonly of: (sense: Sense) => readonly Span[];
}

/** Collects where keys stand: nearly always nowhere. */
function collected(text: string, lexicons: Lexicons): Spans {
  const spans: (Span & { readonly sense: Sense })[] = [];
  let counts: Map<string, number> | undefined;
  return {
    add(sense, key, start, end) {
      counts ??= new Map();
      const count = counts.get(`${sense} ${key}`) ?? 0;
      counts.set(`${sense} ${key}`, count + 1);
      const { hasLetter } = lexiconOf(sense, lexicons).matcher;
      if (count >= mostHitsOfKey || !(hasLetter(key) || standsAlone(text, start, end))) return;
      spans.push({ sense, key, start, end });
    },
    any: () => spans.length > 0,
    of: (sense) =>
      spans.length === 0
        ? spans
        : spans
            .filter((span) => span.sense === sense)
            .toSorted((one, other) => one.start - other.start || other.end - one.end),
  };
}

function isDisguise(sense: Sense): boolean {
  return sense === 'leet' || sense === 'rot47';
}

/** A key in the page's text: `[start, end)`. */
interface Span {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** A number within a longer one (`2024-0151234567-8`) is another number. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 2);
  if (/^[-_.]\d|^[-_][A-Z]/.test(after)) return false;
  return !/[0-9A-Z][-_.]$/.test(before) || /\+\d{1,3}[-. ]$/.test(before);
}

type Note = (hit: Hit) => void;

interface Notes {
  readonly note: Note;
  readonly hits: () => readonly Hit[];
}

/** Keeps, of each value at each place, the plainest sighting. */
function createNotes(leaves: readonly Leaf[] | null, isTelling: (path: string) => boolean): Notes {
  const starts = leaves?.map((leaf) => leaf.start) ?? [];
  const hits = new Map<string, { hit: Hit; leaf: Leaf | undefined }>();
  return {
    note(hit) {
      const leaf = hit.path === undefined ? leafAt(hit.offset, leaves, starts) : undefined;
      const name = `${namesOf(hit.meanings)} ${hit.path ?? leaf?.start ?? ''}`;
      const known = hits.get(name);
      if (known === undefined || rank(known.hit) > rank(hit)) hits.set(name, { hit, leaf });
    },
    hits: () =>
      Array.from(hits.values(), ({ hit, leaf }) => {
        const path = leaf === undefined ? hit.path : pathOf(leaf);
        return path === undefined ? hit : { ...hit, path: isTelling(path) ? '$[…]' : path };
      }),
  };
}

function namesOf(meanings: readonly Meaning[]): string {
  return meanings.length === 1 ? String(meanings[0]?.value) : meanings.map(({ value }) => value).join();
}

/** A property's name may be somebody's value: such a path is not told. */
function holdsKey(path: string, { plain }: Lexicons): boolean {
  let holds = false;
  plain.matcher.scan(path, 'sound', () => (holds = true));
  return holds;
}

function rank(hit: Hit): number {
  return hit.chain.length + (hit.within ? 100 : 0);
}

function leafAt(offset: number, leaves: readonly Leaf[] | null, starts: readonly number[]): Leaf | undefined {
  if (leaves === null || leaves.length === 0) return undefined;
  const leaf = leaves[lastNotAfter(starts, offset)];
  return leaf === undefined || offset < leaf.start || offset > leaf.end ? undefined : leaf;
}
