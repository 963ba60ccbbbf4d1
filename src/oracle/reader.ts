import { createBudget, usualLimits, type Budget, type Limits } from './budget';
import { jsonLeaves, pathOf, type Leaf } from './json';
import { joinedFields, joinedStream } from './joined';
import type { Lexicons, Meaning } from './lexicon';
import { encodedParts } from './encoded-parts';
import { pack, type Packed } from './pack';
import type { Sense } from './fold';
import { lastNotAfter, type Derived, type View } from './text';
import { decoders, overTags, turns, unescape, unescapedNear, withoutTags } from './views';

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
  /** Why not everything could be read; empty when it was. */
  readonly problems: readonly string[];
}

/** Finds whose values stand in a text, behind whatever disguise. */
export type Read = (text: string, type?: string) => Reading;

interface Page {
  readonly text: string;
  readonly origin: (offset: number) => number;
  readonly chain: readonly string[];
  readonly depth: number;
  readonly layers: number;
  readonly path?: string;
}

const mostLayers = 4;
const mostHitsOfKey = 50;
/** Of longer texts only what looks encoded is read backwards, or turned: the whole costs as much again. */
const longestTurned = 2_048;
const longestWithLeaves = 8_000_000;

/** Makes the function that reads texts against the given indices. */
export function createReader(lexicons: Lexicons, limits: Limits = usualLimits): Read {
  return (whole, type) => {
    const problems = new Set<string>();
    if (whole.length > limits.characters)
      problems.add(`longer than ${limits.characters} characters: the rest was not read`);
    const text = whole.slice(0, limits.characters);
    const budget = createBudget(text.length, limits);
    const leaves = text.length <= longestWithLeaves ? jsonLeaves(text) : null;
    const hits = new Map<string, Hit>();
    const note = noteInto(hits, leaves, (path) => holdsKey(path, lexicons));
    const first: Page = { text, origin: (offset) => offset, chain: [], depth: 0, layers: 0 };
    for (const page of [first, ...joinedPages(first, leaves, type)])
      explore(page, { lexicons, limits, budget, problems, note, seen: new Map() });
    const over = budget.over();
    if (over !== null) problems.add(over);
    return { hits: [...hits.values()], problems: [...problems] };
  };
}

function joinedPages(page: Page, leaves: readonly Leaf[] | null, type: string | undefined): readonly Page[] {
  const fields = leaves === null ? null : joinedFields(page.text, leaves);
  const joins = [...(fields === null ? [] : [fields]), ...joinedStream(page.text, type)];
  return joins.map((join) => ({
    ...pageOf(page, join, join.name),
    ...(join.path === undefined ? {} : { path: join.path }),
  }));
}

function pageOf(page: Page, derived: Derived, name: string): Page {
  return {
    ...page,
    text: derived.text,
    origin: (offset) => page.origin(derived.from(offset)),
    chain: [...page.chain, name],
  };
}

interface Search {
  readonly lexicons: Lexicons;
  readonly limits: Limits;
  readonly budget: Budget;
  readonly problems: Set<string>;
  readonly note: (hit: Hit) => void;
  /** Least depth at which each text was read. */
  readonly seen: Map<string, number>;
}

/** Reads one text: as it is, without its tags, whatever is encoded in it, and then with a layer of escapes less. */
function explore(page: Page, search: Search): void {
  if (!isNew(page, search)) return;
  match(page, search);
  decode(page, search);
  readWithoutTags(page, search);
  turn(page, search);
  const plain = unescaped(page, search);
  if (plain !== null) explore(plain, search);
}

function readWithoutTags(page: Page, search: Search): void {
  const bare = withoutTags.read(page.text);
  if (bare === null) return;
  const plain = pageOf(page, bare, withoutTags.name);
  if (!isNew(plain, search)) return;
  match(plain, search);
  decode(plain, search, overTags);
}

/** Whether a text was not read before (at this depth or a lesser one), and may still be. */
function isNew({ text, depth }: Page, { seen, budget }: Search): boolean {
  const known = seen.get(text);
  if ((known !== undefined && known <= depth) || !budget.take(text.length)) return false;
  seen.set(text, depth);
  return true;
}

/** What stands near to the escapes of a page, with one layer of them less; `null` when it has none. */
function unescaped(page: Page, { problems, lexicons }: Search): Page | null {
  const plain = unescapedNear(page.text, lexicons.reach);
  if (plain === null) return null;
  if (page.layers < mostLayers) return { ...pageOf(page, plain, unescape.name), layers: page.layers + 1 };
  problems.add(`escaped more than ${mostLayers} times over`);
  return null;
}

function decode(page: Page, search: Search, views: readonly View[] = decoders): void {
  if (page.depth >= search.limits.depth) return;
  for (const view of views) {
    const decoded = view.read(page.text);
    if (decoded !== null) explore(deeper(page, decoded, view.name), search);
  }
}

function deeper(page: Page, derived: Derived, name: string): Page {
  return { ...pageOf(page, derived, name), depth: page.depth + 1, layers: 0 };
}

/**
 * What was encoded first and then turned around. The turned text itself is not matched (the index has the turned keys,
 * and there is a sense for rot47), only what can be decoded from it.
 */
function turn(page: Page, search: Search): void {
  if (page.depth >= search.limits.depth || turns.some(({ name }) => page.chain.includes(name))) return;
  const parts = page.text.length <= longestTurned ? null : encodedParts(page.text);
  if (page.text.length > longestTurned && parts === null) return;
  const whole = parts === null ? page : pageOf(page, parts, '');
  for (const view of turns) {
    const turned = view.read(whole.text);
    if (turned !== null) readTurned(deeper({ ...whole, chain: page.chain }, turned, view.name), search);
  }
}

function readTurned(page: Page, search: Search): void {
  if (!isNew(page, search)) return;
  decode(page, search);
  const plain = unescaped(page, search);
  if (plain !== null) explore(plain, search);
}

function match(page: Page, { lexicons, note }: Search): void {
  const { looksOtherwise } = scan(page, 'sound', lexicons, note);
  if (looksOtherwise) scan(page, 'look', lexicons, note);
  scan(page, 'leet', lexicons, note);
  scan(page, 'rot47', lexicons, note);
}

function scan(page: Page, sense: Sense, lexicons: Lexicons, note: (hit: Hit) => void): Packed {
  const packed = pack(page.text, sense);
  const { matcher, meanings } = sense === 'leet' ? lexicons.leet : lexicons.plain;
  const counts = new Map<number, number>();
  let covered = 0;
  const spans: Span[] = [];
  matcher.scan(packed, (key, start, end) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    if (count < mostHitsOfKey && standsAlone(page.text, packed, start, end))
      spans.push({ key, start, end, at: packed.at[start] ?? 0 });
  });
  spans.sort((one, other) => one.start - other.start || other.end - one.end);
  for (const { key, end, at } of spans) {
    note({
      meanings: meanings[key] ?? [],
      offset: page.origin(at),
      chain: isDisguise(sense) ? [...page.chain, sense] : page.chain,
      within: end <= covered,
      ...(page.path === undefined ? {} : { path: page.path }),
    });
    covered = Math.max(covered, end);
  }
  return packed;
}

function isDisguise(sense: Sense): boolean {
  return sense === 'leet' || sense === 'rot47';
}

interface Span {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  /** Offset of the first sign in the page's text. */
  readonly at: number;
}

/** A number within a longer one (`2024-0151234567-8`) is another number. */
function standsAlone(text: string, { codes, at }: Packed, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (((codes[index] ?? 0) & 63) < 26) return true;
  const first = at[start] ?? 0;
  const last = at[end - 1] ?? 0;
  const before = text.slice(Math.max(0, first - 6), first);
  const after = text.slice(last + 1, last + 3);
  if (/^[-_.]\d|^[-_][A-Z]/.test(after)) return false;
  return !/[0-9A-Z][-_.]$/.test(before) || /\+\d{1,3}[-. ]$/.test(before);
}

/** Keeps, of each value at each place, the plainest sighting. */
function noteInto(
  hits: Map<string, Hit>,
  leaves: readonly Leaf[] | null,
  isTelling: (path: string) => boolean,
): (hit: Hit) => void {
  const starts = leaves?.map((leaf) => leaf.start) ?? [];
  return (hit) => {
    const found = hit.path ?? pathAt(hit.offset, leaves, starts);
    const path = found !== undefined && isTelling(found) ? '$[…]' : found;
    const placed = path === undefined ? hit : { ...hit, path };
    const name = `${hit.meanings.map((meaning) => meaning.value).join()} ${path ?? ''}`;
    const known = hits.get(name);
    if (known === undefined || rank(known) > rank(hit)) hits.set(name, placed);
  };
}

/** A property's name may be somebody's value: such a path is not told. */
function holdsKey(path: string, { plain }: Lexicons): boolean {
  let holds = false;
  plain.matcher.scan(pack(path, 'sound'), () => (holds = true));
  return holds;
}

function rank(hit: Hit): number {
  return hit.chain.length + (hit.within ? 100 : 0);
}

function pathAt(
  offset: number,
  leaves: readonly Leaf[] | null,
  starts: readonly number[],
): string | undefined {
  if (leaves === null || leaves.length === 0) return undefined;
  const leaf = leaves[lastNotAfter(starts, offset)];
  return leaf === undefined || offset < leaf.start || offset > leaf.end ? undefined : pathOf(leaf);
}
