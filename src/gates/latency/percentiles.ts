import { build } from 'hdr-histogram-js';
import type { Millis } from '../../words';

export interface Percentiles {
  readonly p50: Millis;
  readonly p95: Millis;
  readonly p99: Millis;
}

/** Percentiles of latencies, to a tenth of a millisecond. Of no latencies: zeros. */
export function percentiles(latencies: readonly Millis[]): Percentiles {
  // In microseconds; four digits keep the error under the tenth that is shown.
  const histogram = build({ numberOfSignificantValueDigits: 4 });
  for (const one of latencies) histogram.recordValue(Math.max(0, Math.round(one * 1000)));
  const at = (percent: number): Millis => Math.round(histogram.getValueAtPercentile(percent) / 100) / 10;
  return { p50: at(50), p95: at(95), p99: at(99) };
}
