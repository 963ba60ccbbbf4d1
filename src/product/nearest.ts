/**
 * The known name that somebody most likely meant, or `undefined` when none is close.
 * Close is at most one edit for every three letters, two at least.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= Math.max(2, Math.floor(name.length / 3)))
    .toSorted((left, right) => left.edits - right.edits);
  return best?.candidate;
}

/** What to write instead of an unknown name: the nearest guess, and every valid one. */
export function oneOf(name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  const list = `one of: ${known.join(', ')}`;
  return guess === undefined ? list : `did you mean "${guess}"? ${list}`;
}

/** Levenshtein's distance, one row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of from.split('').entries()) {
    const next = [line + 1];
    for (const [column, other] of to.split('').entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
