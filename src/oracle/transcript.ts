import type { Exhibit } from '../words';
import { jsonLeaves, pathOf } from './json';

/** What one channel said at one place over several exhibits, in order: a value may be split over turns. */
export interface Transcript {
  readonly exhibit: Exhibit;
  readonly text: string;
  readonly path?: string;
}

const longestTurn = 65_536;
const longestTranscript = 2_000_000;

/** Puts together the texts of exhibits of the same channel, part and address (leaf by leaf where they are JSON). */
export function transcriptsOf(
  texts: readonly { readonly exhibit: Exhibit; readonly text: string }[],
): readonly Transcript[] {
  const groups = new Map<string, { exhibit: Exhibit; path?: string; turns: string[]; length: number }>();
  const add = (exhibit: Exhibit, path: string | undefined, turn: string): void => {
    const { url, part, selector } = exhibit.where;
    const name = JSON.stringify([exhibit.channel, url?.replace(/[?#].*/, ''), part, selector, path]);
    const group = groups.get(name) ?? {
      exhibit,
      ...(path === undefined ? {} : { path }),
      turns: [],
      length: 0,
    };
    groups.set(name, group);
    if (group.turns.at(-1) === turn || group.length > longestTranscript) return;
    group.turns.push(turn);
    group.length += turn.length;
  };
  for (const { exhibit, text } of texts) {
    if (text.length > longestTurn) continue;
    const leaves = jsonLeaves(text);
    if (leaves === null) add(exhibit, undefined, text);
    else for (const leaf of leaves) add(exhibit, pathOf(leaf), text.slice(leaf.start, leaf.end));
  }
  return [...groups.values()]
    .filter(({ turns }) => turns.length > 1)
    .map(({ turns, length: _, ...rest }) => ({ ...rest, text: turns.join('\n') }));
}
