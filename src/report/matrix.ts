import type { Matrix, MatrixCell } from './acceptance-schema';
import type { Gathered } from './gathered';

/**
 * Who tried for which kind of record, and what came of it.
 * @param personas who was said to visit: they have a row even if nothing was tried
 * @param kinds kinds of records that the product has: they have a column even if nothing was tried
 */
export function createMatrix(
  gathered: Gathered,
  personas: readonly string[],
  kinds: readonly string[],
): Matrix {
  const verdicts = [
    ...gathered.attempts.map(({ it }) => ({ viewer: it.viewer, kind: it.kind, is: it.verdict.is })),
    ...gathered.watched
      .filter(({ it }) => it.owner !== null)
      .map(({ it }) => ({ ...it, is: 'leaked' as const })),
  ];
  const columns = [...new Set([...kinds, ...verdicts.map(({ kind }) => kind)])];
  const viewers = [...new Set([...personas, ...verdicts.map(({ viewer }) => viewer)])];
  const rows = viewers.map((viewer) => {
    const own = verdicts.filter((verdict) => verdict.viewer === viewer);
    return {
      viewer,
      cells: columns.map((kind) =>
        cellOf(
          kind,
          own.filter((verdict) => verdict.kind === kind),
        ),
      ),
    };
  });
  return { kinds: columns, rows };
}

function cellOf(
  kind: string,
  verdicts: readonly { readonly is: 'held' | 'leaked' | 'unknown' }[],
): MatrixCell {
  const times = (is: string) => verdicts.filter((verdict) => verdict.is === is).length;
  return { kind, held: times('held'), leaked: times('leaked'), unknown: times('unknown') };
}
