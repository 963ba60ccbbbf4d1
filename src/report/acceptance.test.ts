import { expect, test } from 'vitest';
import { accept } from './acceptance';
import type { Attempt } from '../words';
import type { Acceptance } from './acceptance-schema';
import type { StageResults, TestRecord } from './results';
import {
  attemptOf,
  factsOf,
  findingOf,
  gateOf,
  greenGates,
  greenGuarantees,
  greenResults,
  leakOf,
  stageResultsOf,
  testOf,
  unknownOf,
} from './sample-results';

const now = new Date('2026-03-01T14:06:10Z');
const whole = { expected: ['guarantees', 'gates'], now } as const;
const whatever = { expected: [], now } as const;

/** A green run with one more test in it. */
function withTest(extra: TestRecord): StageResults[] {
  const green = greenGuarantees();
  return [{ ...green, tests: [...green.tests, extra] }, greenGates()];
}

function criterion(acceptance: Acceptance, id: string) {
  return acceptance.criteria.find((one) => one.id === id);
}

test('a whole run in which everything held is green, and every criterion is met', () => {
  const acceptance = accept(greenResults(), whole);
  expect(acceptance.unknowns).toEqual([]);
  expect(acceptance.verdict).toMatchObject({ is: 'held', exitCode: 0 });
  expect(acceptance.criteria.map(({ id, is }) => `${id} ${is}`)).toEqual([
    'visitors-and-chatbot met',
    'own-records-only met',
    'admin-only met',
    'safe-answers met',
    'hard-conditions met',
    'one-browser met',
    'twenty-requests met',
    'no-secrets met',
    'one-environment met',
    'no-strangers met',
    'lighthouse met',
    'read-latency met',
    'everything-else met',
  ]);
  expect(criterion(acceptance, 'twenty-requests')?.figures).toContainEqual({
    name: 'cross-user requests',
    value: '37',
  });
});

test('a leak makes the result leaked, is named by its cause and its command, and outweighs what is unknown', () => {
  const because = { what: 'throttled', detail: 'the product answered 429' } as const;
  const title = 'user B cannot read user A’s invoice (by its id)';
  const leaking = testOf('records', title, {
    outcome: 'failed',
    reason: 'leaked',
    facts: [factsOf({ attempts: [leakOf(), unknownOf(because)] })],
  });
  const acceptance = accept(withTest(leaking), whole);
  expect(acceptance.verdict).toMatchObject({ is: 'leaked', exitCode: 1 });
  expect(acceptance.verdict.sentence).toContain('user B was shown invoices');
  expect(acceptance.causes).toMatchObject([{ rootCause: 'client-chosen-identity', severity: 'high' }]);
  expect(acceptance.causes[0]?.findings[0]?.seeAgain[0]?.command).toBe(
    'npx playwright test tests/records/records.spec.ts -g "user B cannot read user A’s invoice .by its id."',
  );
  expect(criterion(acceptance, 'own-records-only')?.is).toBe('failed');
  expect(criterion(acceptance, 'lighthouse')?.is).toBe('met');
  expect(acceptance.unknowns).toHaveLength(1);
});

test('a finding of the watch is a leak even in a test that passed', () => {
  const watched = testOf('pages', 'the home page opens', { facts: [factsOf({ findings: [findingOf()] })] });
  expect(accept(withTest(watched), whole).verdict.exitCode).toBe(1);
});

test('a secret breaks its own criterion and no other', () => {
  const secret = findingOf({
    rule: 'service-key',
    owner: null,
    kind: 'service key',
    rootCause: 'privileged-key-in-page',
  });
  const acceptance = accept(
    withTest(testOf('secrets', 'no key', { facts: [factsOf({ findings: [secret] })] })),
    whole,
  );
  expect(acceptance.criteria.filter(({ is }) => is === 'failed').map(({ id }) => id)).toEqual(['no-secrets']);
  expect(acceptance.verdict.sentence).toContain('1 secret is');
});

test('a call to another environment breaks its own criterion and no other', () => {
  const call = findingOf({
    rule: 'other-environment',
    owner: null,
    kind: 'call to another environment',
    field: 'staging.harbour.example',
    rootCause: 'environments-mixed',
  });
  const acceptance = accept(
    withTest(testOf('secrets', 'no key', { facts: [factsOf({ findings: [call] })] })),
    whole,
  );
  expect(acceptance.criteria.filter(({ is }) => is === 'failed').map(({ id }) => id)).toEqual([
    'one-environment',
  ]);
  expect(acceptance.verdict.sentence).toBe(
    'Do not release: a page talks to another environment (staging.harbour.example).',
  );
});

test('somebody whom the config does not know breaks a criterion of his own', () => {
  const seen = findingOf({
    rule: 'stranger-value',
    owner: null,
    kind: 'email address',
    field: 'email address',
  });
  const acceptance = accept(
    withTest(testOf('secrets', 'no key', { facts: [factsOf({ findings: [seen] })] })),
    whole,
  );
  expect(acceptance.criteria.filter(({ is }) => is === 'failed').map(({ id }) => id)).toEqual([
    'no-strangers',
  ]);
  expect(acceptance.verdict.sentence).toBe(
    'Do not release: user B was shown email addresses of somebody whom the config does not know.',
  );
});

test.each([
  ['foreign-write', 'Do not release: user B changed invoices of somebody else.'],
  ['reopened-session', 'Do not release: a session that was ended could be opened again.'],
])('what was done is told as it was: %s', (rule, sentence) => {
  const done = testOf('records', 'writes', { facts: [factsOf({ findings: [findingOf({ rule })] })] });
  expect(accept(withTest(done), whole).verdict.sentence).toBe(sentence);
});

test('a missed gate is red, also when something is unknown', () => {
  const slow = gateOf({ verdict: { is: 'missed', measured: 71, unit: 'points', limit: 90 } });
  const because = { what: 'noise', detail: 'the machine was busy' } as const;
  const noisy = gateOf({ subject: '/pricing', verdict: { is: 'unknown', because } });
  const extra = testOf('speed', 'Lighthouse again', {
    outcome: 'failed',
    facts: [factsOf({ gates: [slow, noisy] })],
  });
  const acceptance = accept(withTest(extra), whole);
  expect(acceptance.verdict).toMatchObject({ is: 'missed', exitCode: 1 });
  expect(criterion(acceptance, 'lighthouse')?.because).toEqual([
    'lighthouse performance of / is 71 points, the limit is 90 points',
  ]);
});

const doubtful: readonly (readonly [string, TestRecord])[] = [
  [
    'an attempt that is unknown',
    testOf('records', 'a', {
      facts: [factsOf({ attempts: [unknownOf({ what: 'timeout', detail: 'no answer' })] })],
    }),
  ],
  [
    'an obstacle of a test',
    testOf('records', 'b', {
      facts: [factsOf({ unknown: [{ what: 'control-failed', detail: 'A sees nothing' }] })],
    }),
  ],
  [
    'a failure without facts',
    testOf('records', 'c', { outcome: 'failed', reason: 'Error: no such button', facts: [null] }),
  ],
  [
    'a failure that its facts do not explain',
    testOf('records', 'd', { outcome: 'failed', facts: [factsOf({ attempts: [attemptOf()] })] }),
  ],
  ['a test that ran out of time', testOf('records', 'e', { outcome: 'timed-out', facts: [] })],
  ['a skipped test', testOf('records', 'f', { outcome: 'skipped', facts: [] })],
  ['a test that was not run', testOf('records', 'g', { outcome: 'not-run', facts: [] })],
  ['an interrupted test', testOf('records', 'h', { outcome: 'interrupted', facts: [null] })],
  ['a pass that left no facts', testOf('records', 'i', { facts: [null] })],
  [
    'a pass in which nothing was searched',
    testOf('records', 'j', { facts: [factsOf({ searched: { dom: 0 } })] }),
  ],
  [
    'a pass at the second try after a failure without facts',
    testOf('records', 'k', { outcome: 'failed', facts: [null, factsOf()] }),
  ],
];

test.for(doubtful)('%s makes a green run unknown', ([, extra]) => {
  const acceptance = accept(withTest(extra), whole);
  expect(acceptance.verdict).toMatchObject({ is: 'unknown', exitCode: 3 });
  expect(acceptance.unknowns).toHaveLength(1);
  expect(acceptance.unknowns[0]?.seeAgain?.command).toContain('npx playwright test');
  expect(criterion(acceptance, 'own-records-only')?.is).toBe('unknown');
});

test('a test that does not apply to the product is told and changes nothing', () => {
  const extra = testOf('roles', 'staff cannot…', {
    outcome: 'not-applicable',
    reason: 'it has no staff',
    facts: [],
  });
  const acceptance = accept(withTest(extra), whole);
  expect(acceptance.verdict.exitCode).toBe(0);
  expect(acceptance.notTested).toContainEqual({
    what: 'staff cannot…',
    why: 'does not apply to this product: it has no staff',
  });
});

test('who cannot visit this product is not missed where the guarantee about it is listed', () => {
  const { tests, ...green } = greenGuarantees();
  const withoutExpired = tests.map((one) => ({
    ...one,
    facts: one.facts.map(
      (facts) =>
        facts && {
          ...facts,
          attempts: facts.attempts.filter(({ viewer }) => viewer !== 'expiredSession'),
        },
    ),
  }));
  const title = 'expiredSession is refused each of user A’s records at the API';
  const listed = testOf('sessions', title, { outcome: 'not-applicable', facts: [] });
  const verdictWith = (more: readonly TestRecord[]) =>
    accept([{ ...green, tests: [...withoutExpired, ...more] }, greenGates()], whole).verdict.is;
  expect(verdictWith([])).toBe('unknown');
  expect(verdictWith([listed])).toBe('held');
});

test('missing gates are unknown where they were expected, and only said where they were not', () => {
  const expected = accept([greenGuarantees()], whole);
  expect(expected.verdict).toMatchObject({ is: 'unknown', exitCode: 3 });
  expect(expected.unknowns).toHaveLength(1);
  const plain = accept([greenGuarantees()], whatever);
  expect(plain.verdict).toMatchObject({ is: 'held', exitCode: 0 });
  expect(plain.verdict.more).toContain('The gates were not part of this run.');
  expect(criterion(plain, 'lighthouse')?.is).toBe('not-tried');
});

test('no results at all are unknown, expected or not', () => {
  expect(accept([], whole).verdict.exitCode).toBe(3);
  expect(accept([], whatever).verdict.exitCode).toBe(3);
});

test('a whole run must have tried for every kind of record; a part of a run need not', () => {
  const green = greenGuarantees();
  const partly = { ...green, kinds: [...green.kinds, 'contract'] };
  const acceptance = accept([partly, greenGates()], whole);
  expect(acceptance.verdict.exitCode).toBe(3);
  expect(criterion(acceptance, 'own-records-only')?.because).toEqual([
    'nothing was tried for records of the kind contract',
  ]);
  expect(accept([partly], whatever).verdict.exitCode).toBe(0);
});

test('nineteen requests are not twenty', () => {
  const attempts = Array.from({ length: 19 }, () => attemptOf());
  const few = stageResultsOf('guarantees', {
    tests: [testOf('records', 'x', { facts: [factsOf({ attempts })] })],
  });
  expect(criterion(accept([few], whole), 'twenty-requests')).toMatchObject({
    is: 'unknown',
    because: ['only 19 requests of 20'],
  });
});

const unfinished: readonly (readonly [string, Partial<StageResults>])[] = [
  ['was killed', { ended: 'running' }],
  ['was interrupted', { ended: 'interrupted' }],
  ['had a problem of its own', { problems: ['a file could not be redacted'] }],
  ['found no test', { tests: [] }],
];

test.for(unfinished)('a run that %s is never green', ([, changes]) => {
  expect(accept([{ ...greenGuarantees(), ...changes }], whatever).verdict.exitCode).toBe(3);
});

test('the same attempt and the same finding have the same id in every run, whenever they were', () => {
  const ids = (at: number) => {
    const leak = leakOf(findingOf({ shown: { from: at }, fingerprint: String(at) }));
    const { attempts, causes } = accept(
      withTest(testOf('records', 'y', { facts: [factsOf({ attempts: [leak] })] })),
      whole,
    );
    return {
      attempt: attempts.at(-3)?.id,
      attempts: attempts.map(({ id }) => id),
      finding: causes[0]?.findings[0]?.id,
    };
  };
  expect(ids(1)).toEqual(ids(2));
  expect(ids(1).finding).toMatch(/^[\da-f]{16}$/);
});

test('what was there for a moment is told by its moment in the life of its page', () => {
  const load = Date.UTC(2026, 2, 1);
  const moments = [
    { from: load + 10, to: load + 900, load },
    { from: load + 140, to: load + 290, load },
    { from: load + 20, load },
  ];
  const findings = moments.map((shown) => findingOf({ shown, channel: 'shown-text' }));
  const { causes } = accept(withTest(testOf('pages', 'x', { facts: [factsOf({ findings })] })), whole);
  expect(causes[0]?.findings[0]?.passing).toEqual({ from: 140, until: 290 });
});

test('cells of the matrix count what was tried, and the watch’s findings too', () => {
  const seen = findingOf({ viewer: 'mobile', kind: 'profile' });
  const { matrix } = accept(
    withTest(testOf('pages', 'z', { facts: [factsOf({ findings: [seen] })] })),
    whole,
  );
  const row = matrix.rows.find(({ viewer }) => viewer === 'mobile');
  expect(row?.cells.find(({ kind }) => kind === 'profile')).toEqual({
    kind: 'profile',
    held: 1,
    leaked: 1,
    unknown: 0,
  });
});

const noAccount = { what: 'not-configured', detail: 'admin cannot visit' } as const;
const adminUnknown = testOf('roles', 'B is kept out of the admin pages', {
  outcome: 'failed',
  reason: 'unknown: admin cannot visit',
  facts: [factsOf({ unknown: [noAccount] })],
});

test.each([['admin-only'], ['B is kept out of the admin pages']])(
  'what is unknown and waived by %s is no doubt; its criterion is not said to be met',
  (what) => {
    expect(accept(withTest(adminUnknown), whole).verdict.exitCode).toBe(3);
    const excused = [{ is: 'waived' as const, what, why: 'waived until 2031-01-01: later' }];
    const acceptance = accept(
      withTest(adminUnknown).map((stage) => ({ ...stage, excused })),
      whole,
    );
    expect(acceptance.verdict.exitCode).toBe(0);
    expect(criterion(acceptance, 'admin-only')).toMatchObject({
      is: 'not-tried',
      because: [excused[0]?.why],
    });
    expect(acceptance.waived).toMatchObject([{ why: expect.stringContaining('admin cannot visit') }]);
    expect(acceptance.notTested).toContainEqual({ what, why: 'waived until 2031-01-01: later' });
  },
);

test('a leak is not waived', () => {
  const excused = [
    { is: 'waived' as const, what: 'own-records-only', why: 'waived until 2031-01-01: later' },
  ];
  const leaking = testOf('records', 'x', { outcome: 'failed', facts: [factsOf({ attempts: [leakOf()] })] });
  const results = withTest(leaking).map((stage) => ({ ...stage, excused }));
  expect(accept(results, whole).verdict.is).toBe('leaked');
  expect(criterion(accept(results, whole), 'own-records-only')?.is).toBe('failed');
});

test('what a product has not is not asked for', () => {
  const without = (what: string) => ({ is: 'without' as const, what, why: 'does not apply: none' });
  const excused = ['admin', 'wrongTenant', 'reads'].map(without);
  const byPage = (attempts: readonly Attempt[]) =>
    attempts
      .filter(({ viewer }) => viewer !== 'wrongTenant')
      .map((it) => ({
        ...it,
        probe: it.probe.kind === 'request' ? { ...it.probe, kind: 'navigation' as const } : it.probe,
      }));
  const results = greenResults().map((stage) => ({
    ...stage,
    excused,
    tests: stage.tests.map((one) => ({
      ...one,
      outcome: one.folder === 'roles' ? ('not-applicable' as const) : one.outcome,
      facts: one.facts.map((facts) => facts && { ...facts, attempts: byPage(facts.attempts) }),
    })),
  }));
  const acceptance = accept(results, whole);
  expect(acceptance.unknowns).toEqual([]);
  expect(criterion(acceptance, 'admin-only')?.is).toBe('not-tried');
  expect(criterion(acceptance, 'twenty-requests')?.is).toBe('not-tried');
  const undeclared = results.map((stage) => ({ ...stage, excused: [] }));
  expect(accept(undeclared, whole).verdict.exitCode).toBe(3);
});

test('a hint is told with its place, and changes neither the verdict nor a criterion', () => {
  const hint = (path: string, fingerprint: string) =>
    ({
      kind: 'name of a person',
      viewer: 'userB',
      channel: 'response-body',
      where: { part: 'body', url: 'https://kade.example/api', path },
      shown: { from: 5 },
      fingerprint,
    }) as const;
  const hints = [hint('$[0].name', 'aaa'), hint('$[1].name', 'bbb'), hint('$[7].name', 'aaa')];
  const seen = accept(withTest(testOf('pages', 'x', { facts: [factsOf({ hints })] })), whole);
  const unseen = accept(withTest(testOf('pages', 'x', { facts: [factsOf({})] })), whole);
  expect(seen.hints).toEqual([
    {
      kind: 'name of a person',
      viewer: 'userB',
      channel: 'response-body',
      where: { part: 'body', url: 'https://kade.example/api', path: '$[].name' },
      fingerprints: ['aaa', 'bbb'],
      names: 2,
      seeAgain: seen.hints?.[0]?.seeAgain,
    },
  ]);
  expect(seen.hints?.[0]?.seeAgain.guarantee).toContain('x');
  expect({ ...seen, hints: undefined }).toEqual({ ...unseen, hints: undefined });
  expect(unseen).not.toHaveProperty('hints');
});
