import type { Block, Look } from './read';

/** What a conversation gained. */
export interface Reply {
  readonly text: string;
  /** Whether the question itself is there to be seen. */
  readonly echoed: boolean;
  /** Whether the widget said something on its own account, such as an error. */
  readonly aside: boolean;
  /** Level of the conversation: what is further from the composer is not part of it. */
  readonly level: number;
  /** Where the question's echo ends in the window, in pixels; `undefined` where there is none. */
  readonly below?: number;
}

/**
 * What the bot added between two looks: the blocks that are new (as a multiset: an answer may repeat an earlier one),
 * less one that is the question (one only: bots quote). The conversation is everything within the closest common
 * ancestor of the question's echo and the composer; without an echo, within the widget's container.
 */
export function replyBetween(before: Look, after: Look, question: string): Reply {
  const gained = difference(after.blocks, before.blocks);
  const asked = spaced(question);
  const echoes = gained.filter(({ text }) => isEcho(text, asked));
  const echo = echoes.toSorted((left, right) => right.level - left.level)[0];
  const level = echo?.level ?? after.container;
  const added = gained.filter((block) => block !== echo && block.level >= level);
  return {
    text: added
      .filter(({ aside }) => !aside)
      .map(({ text }) => text)
      .join('\n'),
    echoed: echo !== undefined,
    aside: added.some(({ aside }) => aside),
    level,
    ...(echo !== undefined && { below: echo.bottom }),
  };
}

/**
 * Whether a picture has come below the question: dots that move in a GIF, or the bot's own face. What stands beside the
 * question or together with it alone, is the face of who asks, and tells nothing.
 */
export function hasNewPicture(before: Look, after: Look, question: string): boolean {
  const { level, below = -Infinity } = replyBetween(before, after, question);
  const asked = spaced(question);
  const left = before.pictures.map(({ what }) => what);
  const gained = after.pictures.filter(({ what }) => {
    const known = left.indexOf(what);
    if (known >= 0) left.splice(known, 1);
    return known < 0;
  });
  return gained.some(
    (picture) => picture.level >= level && picture.top >= below - 1 && !isEcho(picture.beside, asked),
  );
}

/** An echo may carry a name or a time, but not a whole answer. */
function isEcho(text: string, asked: string): boolean {
  return text === asked || (asked.length > 8 && text.includes(asked) && text.length <= asked.length + 24);
}

/** Blocks of `after` that `before` does not account for, in their order. */
function difference(after: readonly Block[], before: readonly Block[]): Block[] {
  const left = new Map<string, number>();
  for (const { text } of before) left.set(text, (left.get(text) ?? 0) + 1);
  return after.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
