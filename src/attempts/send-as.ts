import { readExhibits } from '../oracle/read-exhibits';
import type { Answer, ApiRequest, Outcome } from '../product/api';
import type { Visitor } from '../visit/visitor';
import type { Exhibit } from '../words';
import { partsOf } from './filled';

/** An outcome with what it showed; nothing, when no answer came. */
export interface Seen {
  readonly outcome: Outcome;
  readonly exhibits: readonly Exhibit[];
}

/** Sends one request as a visitor, with its credentials only, and remembers what it said by it. */
export async function sendAs(visitor: Visitor, request: ApiRequest): Promise<Seen> {
  const { path, body, headers } = request;
  visitor.said.push(...partsOf(path));
  if (body !== undefined) visitor.said.push(JSON.stringify(body));
  if (headers !== undefined) visitor.said.push(textOf(headers));
  const outcome = await visitor.api.send(request);
  return { outcome, exhibits: outcome.failed === undefined ? await takenApart(outcome) : [] };
}

const texts = new WeakMap<object, string>();

/** Everybody who tries a request sends the same headers with it. */
function textOf(headers: object): string {
  const text = texts.get(headers) ?? JSON.stringify(headers);
  texts.set(headers, text);
  return text;
}

/** Bodies of which it is known that there is nothing in them to be taken apart. */
const flatBodies = new WeakSet<Uint8Array>();

async function takenApart({ body, shown }: Answer): Promise<readonly Exhibit[]> {
  const isFlat = flatBodies.has(body);
  const rest = isFlat ? shown.filter((exhibit) => exhibit.body !== body) : shown;
  const opened = await readExhibits(rest);
  if (opened !== rest) return isFlat ? [...opened, ...shown.filter((one) => !rest.includes(one))] : opened;
  flatBodies.add(body);
  return shown;
}
