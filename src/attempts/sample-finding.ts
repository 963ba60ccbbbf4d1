import type { Finding } from '../words';

/** A finding for tests, with what the test is about put in. */
export function sampleFinding(patch: Partial<Finding> = {}): Finding {
  return {
    rule: 'foreign-record',
    severity: 'high',
    viewer: 'userB',
    owner: 'userA',
    kind: 'invoice',
    field: 'number',
    channel: 'api-body',
    where: { part: 'body' },
    shown: { from: 0 },
    disguise: [],
    fingerprint: 'f',
    ...patch,
  };
}
