import type { Exhibit } from '../words';
import { joinedStream } from './joined';
import { jsonLeaves, pathOf } from './json';
import { apart } from './text';

/** What one channel said at one place over several exhibits, in order: a value may be split over turns. */
export interface Transcript {
  readonly exhibit: Exhibit;
  readonly text: string;
  readonly path?: string;
}

const longestTurn = 65_536;
const longestTranscript = 2_000_000;
/** Of a long turn only the two ends can be part of a value that goes on in another turn. */
const longestEnd = 256;
/** The same turn again says nothing new, unless it is as short as a piece of a word. */
const longestPiece = 8;
const mostRemembered = 2_000;

/** A turn, or one leaf of it where it is JSON. */
interface Saying {
  readonly path?: string;
  readonly text: string;
}

/** Puts together the texts of exhibits of the same channel, part and address (leaf by leaf where they are JSON). */
export function transcriptsOf(
  texts: readonly { readonly exhibit: Exhibit; readonly text: string }[],
): readonly Transcript[] {
  const groups = new Map<string, Group>();
  for (const [place, turns] of byPlace(texts)) {
    if (turns.length < 2) continue;
    for (const { exhibit, text } of turns)
      for (const saying of sayingsOf(text, exhibit.type))
        add(groups, `${place}\0${saying.path}`, exhibit, saying);
  }
  return [...groups.values()]
    .filter(({ turns }) => turns.length > 1)
    .map(({ exhibit, path, turns }) => ({
      exhibit,
      ...(path === undefined ? {} : { path }),
      text: turns.join('\n'),
    }));
}

type Text = Parameters<typeof transcriptsOf>[0][number];

/** Texts that are short enough to be turns, by where they were said. */
function byPlace(texts: readonly Text[]): ReadonlyMap<string, readonly Text[]> {
  const places = new Map<string, Text[]>();
  for (const said of texts) {
    if (said.text.length > longestTurn) continue;
    const { channel, where } = said.exhibit;
    const place = `${channel}\0${where.url?.replace(/[?#].*/, '')}\0${where.part}\0${where.selector}`;
    const turns = places.get(place);
    if (turns === undefined) places.set(place, [said]);
    else turns.push(said);
  }
  return places;
}

interface Group {
  readonly exhibit: Exhibit;
  readonly path: string | undefined;
  readonly turns: string[];
  length: number;
}

function add(groups: Map<string, Group>, name: string, exhibit: Exhibit, { path, text }: Saying): void {
  const group = groups.get(name) ?? { exhibit, path, turns: [], length: 0 };
  groups.set(name, group);
  const isRepeated = text.length > longestPiece && group.turns.at(-1) === text;
  if (isRepeated || group.length > longestTranscript) return;
  group.turns.push(text);
  group.length += text.length;
}

let young = new Map<string, readonly Saying[]>();
let old: ReadonlyMap<string, readonly Saying[]> = new Map();

/** Every search begins with the same turns again: what they say is remembered, and the older half forgotten at once. */
function sayingsOf(text: string, type: string | undefined): readonly Saying[] {
  const name = `${type}\0${text}`;
  const known = young.get(name);
  if (known !== undefined) return known;
  const sayings = old.get(name) ?? streamsOf(text, type) ?? leavesOf(text);
  if (young.size >= mostRemembered / 2) {
    old = young;
    young = new Map();
  }
  young.set(name, sayings);
  return sayings;
}

function leavesOf(text: string): readonly Saying[] {
  const leaves = jsonLeaves(text);
  if (leaves === null) return [{ text: ends(text) }];
  return leaves.map((leaf) => ({ path: pathOf(leaf), text: ends(text.slice(leaf.start, leaf.end)) }));
}

/** A streamed answer goes on where the one before ended; `null` when it is none. */
function streamsOf(text: string, type: string | undefined): readonly Saying[] | null {
  const streams = joinedStream(text, type);
  if (streams.length === 0) return null;
  return streams.map(({ path, text: said }) => ({
    ...(path === undefined ? {} : { path }),
    text: ends(said),
  }));
}

function ends(text: string): string {
  if (text.length <= 2 * longestEnd) return text;
  return `${text.slice(0, longestEnd)}${apart}${text.slice(-longestEnd)}`;
}
