import { readExhibits } from '../oracle/read-exhibits';
import type { ApiRequest, Outcome } from '../product/api';
import type { Visitor } from '../visit/visitor';
import type { Exhibit } from '../words';

/** An outcome with what it showed; nothing, when no answer came. */
export interface Seen {
  readonly outcome: Outcome;
  readonly exhibits: readonly Exhibit[];
}

/** Sends one request as a visitor, with its credentials only, and remembers what it said by it. */
export async function sendAs(visitor: Visitor, request: ApiRequest): Promise<Seen> {
  const { path, body, headers } = request;
  visitor.said.push(path);
  if (body !== undefined) visitor.said.push(JSON.stringify(body));
  if (headers !== undefined) visitor.said.push(JSON.stringify(headers));
  const outcome = await visitor.api.send(request);
  return { outcome, exhibits: outcome.failed === undefined ? await readExhibits(outcome.shown) : [] };
}
