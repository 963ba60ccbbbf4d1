import type { Proof } from './judge';

const mostWords = 72;

/** One line for what was proved or not; a second one says why not, and where to read on. */
export function asLine(proof: Proof): string {
  const { ids, isProved, result, by, cause, why, seconds, reports } = proof;
  const cells = [
    isProved ? 'ok    ' : 'FAILED',
    ids.join(', ').padEnd(28),
    result.padEnd(8),
    ...(by === undefined ? [] : [`by "${shorten(by)}"`]),
    ...(cause === undefined ? [] : [`root cause ${cause}`]),
    `${seconds.toFixed(0)} s`,
  ];
  const line = cells.join('  ');
  return isProved ? line : `${line}\n        ${why ?? 'no reason was given'}\n        see ${reports}`;
}

/** The last line: how many of how many. */
export function asSummary(proofs: readonly Proof[]): string {
  const proved = proofs.filter(({ isProved }) => isProved).length;
  const failed = proofs.length - proved;
  return `${proved} of ${proofs.length} proved${failed > 0 ? `, ${failed} not` : ''}`;
}

function shorten(text: string): string {
  return text.length <= mostWords ? text : `${text.slice(0, mostWords - 1)}…`;
}
