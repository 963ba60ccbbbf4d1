/** Shorter stretches cannot hold a key. */
export const shortestStretch = 7;

/** What a byte is: part of no text, a sign by itself, a zero, or the beginning of two, three or four bytes. */
export const none = 0;
export const single = 1;
export const zero = 5;
/** One of the bytes after such a beginning. */
const following = 6;

/** What a byte is by itself (RFC 3629). */
export function kindOfByte(byte: number): number {
  if (byte === 0) return zero;
  if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09) return single;
  if (byte >= 0x80 && byte < 0xc0) return following;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : none;
}

/** How many characters stand in a row, and how many bytes the last of them still lacks; three bits more for the kind of a byte. */
const stateOf = (characters: number, lacking: number): number => (characters * 4 + lacking) << 3;
const enough = stateOf(shortestStretch, 0);

/** By state and kind of a byte: the next state. Whoever has seen enough stays there. */
const next = new Uint16Array(enough + 8).fill(enough);
for (let characters = 0; characters < shortestStretch; characters++)
  for (let lacking = 0; lacking < 4; lacking++)
    for (let kind = none; kind < 8; kind++)
      next[stateOf(characters, lacking) | kind] = stateAfter(characters, lacking, kind);

function stateAfter(characters: number, lacking: number, kind: number): number {
  if (lacking > 0 && kind === following)
    return lacking > 1 ? stateOf(characters, lacking - 1) : stateOf(characters + 1, 0);
  const before = lacking > 0 ? 0 : characters;
  if (kind === single) return stateOf(before + 1, 0);
  if (kind === zero) return stateOf(before, 0);
  if (kind >= 2 && kind <= 4) return stateOf(before, kind - 1);
  return stateOf(0, 0);
}

/** By two sextets side by side: the kind of the byte that they make when the first is the first, second or third of four. */
const [firsts, seconds, thirds] = [kindsAt(4), kindsAt(2), kindsAt(0)];

function kindsAt(over: number): Uint8Array {
  return Uint8Array.from({ length: 4_096 }, (_, pair) => kindOfByte((pair >> over) & 0xff));
}

/** How far from the beginning data may begin that was packed: an encoded field stands behind its name. */
export const reachOfPacked = 24;

/** Whether two bytes are those that data begins with that was packed: gzip (RFC 1952), or zlib at its usual levels (RFC 1950). */
export function beginsPacked(first: number, second: number): boolean {
  if (first === 0x1f) return second === 0x8b;
  return first === 0x78 && (second === 0x01 || second === 0x9c || second === 0xda);
}

/**
 * Whether so many sextets (base64) may hold a stretch of text at one of the four places at which it can begin: nearly
 * none that only look like base64 do. All four are walked at once, without a branch that could be guessed wrongly.
 */
export function maybeText(sextets: Uint8Array, count: number): boolean {
  // Of the reading in which the sextet at hand is the first, second, third, last of four.
  let [first, second, third, last] = [0, 0, 0, 0];
  for (let index = 0; index + 1 < count; index++) {
    const pair = ((sextets[index] ?? 0) << 6) | (sextets[index + 1] ?? 0);
    if (
      index < reachOfPacked &&
      beginsPacked(pair >> 4, ((pair & 15) << 4) | ((sextets[index + 2] ?? 0) >> 2))
    )
      return true;
    const after = next[first | (firsts[pair] ?? 0)] ?? 0;
    first = last;
    last = next[third | (thirds[pair] ?? 0)] ?? 0;
    third = next[second | (seconds[pair] ?? 0)] ?? 0;
    second = after;
  }
  return first === enough || second === enough || third === enough || last === enough;
}
