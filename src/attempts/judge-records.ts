import type { Visitor } from '../visit/visitor';
import type { Exhibit, Verdict } from '../words';
import { diagnose, type Asked } from './diagnose';
import { unknown } from './judge';
import { lookAt } from './look';

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
  const overSocket = foreign.filter(({ channel }) => channel === 'web-socket');
  const pushed = new Set(overSocket.map(({ fingerprint }) => fingerprint));
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
