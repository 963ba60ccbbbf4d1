import type { Visitor } from '../visit/visitor';
import type { Where } from '../words';
import { lookAt } from './look';

/** A message to a bot is one of these: a frame, or the body of a request. */
const saying = new Set<Where['part']>(['web socket frame', 'body']);

/**
 * Which foreign values a web socket has brought although nothing had been said, in it or in a request, since the page was
 * loaded, by their fingerprints: no model was asked for them, so somebody else has said them there.
 */
export function pushedUnasked(visitor: Visitor): ReadonlySet<string> {
  const shown = visitor.ledger.exhibits();
  const sent = shown.filter(({ channel, where }) => channel === 'request' && saying.has(where.part));
  const brought = shown.filter(({ channel }) => channel === 'web-socket');
  const unasked = lookAt(visitor, brought).foreign.filter(
    ({ shown: { from, load = 0 } }) => !sent.some(({ at }) => load <= at && at <= from),
  );
  return new Set(unasked.map(({ fingerprint }) => fingerprint));
}
