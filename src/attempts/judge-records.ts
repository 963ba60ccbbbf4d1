import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding, Verdict } from '../words';
import { diagnose, type Asked } from './diagnose';
import { unknown } from './judge';
import { lookAt } from './look';
import { pushedUnasked } from './pushed';

/**
 * What decides before anything else: whose records were shown, and whether all that was shown could be read.
 *
 * @param asked how they were asked for; the root cause is named by it
 * @returns `undefined` when nothing foreign was shown, which leaves the verdict to the status and the controls
 */
export function judgeRecords(
  visitor: Visitor,
  exhibits: readonly Exhibit[],
  asked: Asked,
): Verdict | undefined {
  const { foreign, unreadable } = lookAt(visitor, exhibits);
  const pushed = pushedIn(visitor, foreign, asked);
  const [first, ...more] = foreign.map((finding) => ({
    ...finding,
    rootCause: diagnose({
      finding,
      session: visitor.persona.session,
      asked,
      pushed: pushed.has(finding.fingerprint),
    }),
  }));
  if (first) return { is: 'leaked', findings: [first, ...more] };
  return unreadable.length > 0 ? unknown('unreadable', unreadable.join('; ')) : undefined;
}

/** What came over a socket; of what somebody is shown who asks a bot there, only what came before the asking. */
function pushedIn(visitor: Visitor, foreign: readonly Finding[], asked: Asked): ReadonlySet<string> {
  const overSocket = foreign.filter(({ channel }) => channel === 'web-socket');
  if (asked.by !== 'chat') return new Set(overSocket.map(({ fingerprint }) => fingerprint));
  return foreign.length > 0 ? pushedUnasked(visitor) : new Set();
}
