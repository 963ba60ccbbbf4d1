import type { Visitor } from '../visit/visitor';
import { lookAt } from './look';

/**
 * Which foreign values a web socket has brought although nothing had been said in it since the page was loaded, by
 * their fingerprints: no model was asked for them, so somebody else has said them there.
 */
export function pushedUnasked(visitor: Visitor): ReadonlySet<string> {
  const shown = visitor.ledger.exhibits();
  const sent = shown.filter(
    ({ channel, where }) => channel === 'request' && where.part === 'web socket frame',
  );
  const brought = shown.filter(({ channel }) => channel === 'web-socket');
  const unasked = lookAt(visitor, brought).foreign.filter(
    ({ shown: { from, load = 0 }, where }) =>
      !sent.some(({ at, where: { url } }) => url === where.url && load <= at && at <= from),
  );
  return new Set(unasked.map(({ fingerprint }) => fingerprint));
}
