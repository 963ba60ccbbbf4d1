import type { ApiRequest, Outcome } from '../product/api';
import type { Visitor } from '../visit/visitor';
import type { Exhibit } from '../words';

/** An outcome with what of it stands in the visitor's ledger. */
export interface Seen {
  readonly outcome: Outcome;
  readonly exhibits: readonly Exhibit[];
}

/** Sends one request as a visitor, and tells what its ledger was shown by it. */
export async function sendAs(visitor: Visitor, request: ApiRequest): Promise<Seen> {
  const mark = visitor.ledger.mark();
  visitor.said.push(request.path, JSON.stringify(request.body ?? ''), JSON.stringify(request.headers ?? {}));
  const outcome = await visitor.api.send(request);
  const shown = visitor.ledger.since(mark);
  return { outcome, exhibits: shown.filter(({ channel }) => channel.startsWith('api-')) };
}
