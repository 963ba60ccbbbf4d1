import type { Gate } from '../../words';
import type { Conclusion } from '../conclude';

/**
 * `expect(gates).toBeMet()`: everything measured keeps its limit. What could not be measured throws: it is neither met
 * nor missed.
 */
export function toBeMet(gates: readonly Gate[]): Conclusion {
  const told = ['Expected: every limit is kept', 'Seen:', ...gates.map((gate) => `  ${tell(gate)}`)].join(
    '\n',
  );
  const has = (is: Gate['verdict']['is']) => gates.some(({ verdict }) => verdict.is === is);
  if (gates.length === 0) throw new Error('unknown: nothing was measured');
  if (has('unknown') && !has('missed')) throw new Error(`unknown: not everything could be measured\n${told}`);
  return { pass: !has('missed'), message: () => told };
}

function tell({ gate, subject, verdict }: Gate): string {
  if (verdict.is === 'unknown') return `unknown  ${gate} of ${subject}: ${verdict.because.detail}`;
  return `${verdict.is.padEnd(7)}  ${gate} of ${subject}: ${verdict.measured} ${verdict.unit}, limit ${verdict.limit}`;
}
