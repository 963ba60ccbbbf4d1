import type { Finding } from '../words';
import type { Visitor } from './visitor';

/** With the moment at which its page was asked for: what was there for 150 ms is understood by when that was. */
export function withLoad({ ledger }: Pick<Visitor, 'ledger'>, finding: Finding): Finding {
  const load = ledger.loadBefore(finding.shown.from, finding.where.url);
  return load === undefined ? finding : { ...finding, shown: { ...finding.shown, load } };
}
