import { expect, test } from 'vitest';
import type { Acceptance, FindingGroup } from '../../report/acceptance-schema';
import type { RootCause } from '../../words';
import type { KnownFault, KnownLookalike } from './catalogue';
import { judgeFault, judgeLookalikes } from './judge';
import { readOutcome } from './outcome';
import type { SuiteRan } from './run-suite';

const fault = {
  id: 'rows-open',
  rootCause: 'missing-row-rules',
  sentence: 'Rows are open.',
  caughtBy: ['records'],
} satisfies KnownFault;
const gateFault: KnownFault = { ...fault, id: 'slow', rootCause: 'gates', caughtBy: ['speed'] };

test.each([
  ['leaked, with its cause', ran({ is: 'leaked', cause: 'missing-row-rules' }), true, 'caught', 'named'],
  [
    'leaked, with another cause',
    ran({ is: 'leaked', cause: 'shared-cache' }),
    false,
    'caught',
    'not named (said: shared-cache)',
  ],
  [
    'leaked, with no cause',
    ran({ is: 'leaked', cause: null }),
    false,
    'caught',
    'not named (said: no cause)',
  ],
  ['held', ran({ is: 'held' }), false, 'missed', undefined],
  ['unknown', ran({ is: 'unknown' }), false, 'missed', undefined],
  [
    'leaked, but too late',
    { ...ran({ is: 'leaked', cause: 'missing-row-rules' }), isLate: true },
    false,
    'did not finish',
    undefined,
  ],
  ['no report', { ...ran({ is: 'held' }), outcome: undefined }, false, 'did not run', undefined],
])('a fault whose run is %s', (_, result, isProved, word, cause) => {
  const proof = judgeFault(fault, result);
  expect(proof).toMatchObject({ ids: ['rows-open'], isProved, result: word });
  expect(proof.cause).toBe(cause);
});

test('a gate’s fault is caught by a gate that was missed, and not by a leak', () => {
  expect(judgeFault(gateFault, ran({ is: 'missed', gate: 'missed' }))).toMatchObject({
    isProved: true,
    by: 'p95 of a list',
  });
  expect(judgeFault(gateFault, ran({ is: 'unknown', gate: 'unknown' })).isProved).toBe(false);
  expect(judgeFault(gateFault, ran({ is: 'leaked', cause: 'shared-state' })).isProved).toBe(false);
});

test.each([
  [['held'], ran({ is: 'held' }), true],
  [['held'], ran({ is: 'unknown' }), false],
  [['held'], ran({ is: 'leaked', cause: 'shared-state' }), false],
  [['unknown'], ran({ is: 'unknown' }), true],
  [['unknown'], ran({ is: 'held' }), false],
  [['held', 'unknown'], ran({ is: 'unknown' }), true],
] as const)('look-alikes that must be %s', (verdicts, result, isProved) => {
  const known = verdicts.map((verdict, index): KnownLookalike => {
    return { id: `like-${index}`, resembles: 'shared-state', sentence: 'It only looks so.', verdict };
  });
  expect(judgeLookalikes(known, result).isProved).toBe(isProved);
});

test.each([
  [{ channel: 'console' }, true],
  [{ channel: 'console', at: '/account' }, true],
  [{ channel: 'console', at: '/pricing' }, false],
  [{ channel: 'cookies' }, false],
])('a fault that shows something in %o alone is caught there only', (shownIn, isProved) => {
  const group: FindingGroup = {
    id: '1',
    rule: 'foreign-record',
    severity: 'high',
    viewer: 'userB',
    owner: 'userA',
    kind: 'profile',
    field: 'email',
    channel: 'console',
    times: 1,
    firstShown: '',
    lastShown: '',
    places: [{ where: { part: 'debug', url: 'http://a.test/account' }, disguise: [], fingerprint: '1' }],
    seeAgain: [],
  };
  const result = ran({ is: 'leaked', cause: 'missing-row-rules', findings: [group] });
  expect(judgeFault({ ...fault, shownIn }, result).isProved).toBe(isProved);
});

test.each([
  [0, [], true],
  [0, ['a'], false],
  [1, ['a', 'a'], true],
  [1, [], false],
])('a look-alike with %i names that are worth a look, of which %o were told', (hints, told, isProved) => {
  const lookalike = { id: 'named', resembles: 'shared-state', sentence: '', verdict: 'held', hints } as const;
  expect(judgeLookalikes([lookalike], ran({ is: 'held', hints: told })).isProved).toBe(isProved);
});

interface Said {
  readonly is: Acceptance['verdict']['is'];
  readonly cause?: RootCause | null;
  readonly gate?: 'missed' | 'unknown';
  readonly findings?: readonly FindingGroup[];
  /** Fingerprints, one for each place. */
  readonly hints?: readonly string[];
}

/** A run that left a report: written by the report's types and read through the schema, so that the two cannot part. */
function ran(said: Said): SuiteRan {
  const outcome = readOutcome(JSON.stringify(acceptance(said)));
  return { code: 0, isLate: false, stdout: '', stderr: '', seconds: 1, reports: 'reports', outcome };
}

function acceptance({ is, cause, gate, findings = [], hints = [] }: Said): Acceptance {
  const seen = cause !== undefined;
  return {
    schemaVersion: 1,
    product: 'a demo',
    writtenAt: new Date(0).toISOString(),
    verdict: { is, exitCode: is === 'held' ? 0 : is === 'unknown' ? 3 : 1, sentence: 'So it is.', more: [] },
    totals: {
      tests: { run: 1, passed: 1, failed: 0, notRun: 0 },
      attempts: { held: 1, leaked: seen ? 1 : 0, unknown: 0 },
      requests: 3,
      findings: seen ? 1 : 0,
      gates: { met: 0, missed: gate === 'missed' ? 1 : 0, unknown: gate === 'unknown' ? 1 : 0 },
      searched: {},
    },
    stages: [],
    criteria: [],
    matrix: { kinds: [], rows: [] },
    causes: seen ? [{ rootCause: cause, title: '', lookFirst: '', severity: 'high', findings }] : [],
    unknowns: [],
    hints: hints.map((fingerprint) => ({
      kind: 'name of a person',
      viewer: 'userB',
      channel: 'dom',
      where: { part: 'text' },
      fingerprints: [fingerprint],
      names: 1,
      seeAgain: { guarantee: '', command: '' },
    })),
    gates: gate ? [{ gate: 'p95', subject: 'a list', is: gate, figures: {} }] : [],
    attempts: [],
    tests: [],
    notTested: [],
    waived: [],
    limits: [],
  };
}
