import type { Attempt, Facts, Finding, Gate, Obstacle } from '../words';
import type { StageResults, TestRecord } from './results';

/** Results as a run would leave them, for tests of what is made of them. */

const viewers = ['loggedOut', 'userA', 'userB', 'wrongTenant', 'expiredSession', 'mobile', 'slowNetwork'];
const kinds = ['profile', 'booking', 'invoice', 'chat message', 'internal note'];

export function attemptOf(changes: Partial<Attempt> = {}): Attempt {
  return {
    probe: { kind: 'request', what: 'GET /api/invoices/{id}' },
    viewer: 'userB',
    owner: 'userA',
    kind: 'invoice',
    verdict: { is: 'held', because: 'not-found' },
    requests: 4,
    ...changes,
  };
}

export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'foreign-record',
    severity: 'high',
    viewer: 'userB',
    owner: 'userA',
    kind: 'invoice',
    field: 'number',
    channel: 'api-body',
    where: { part: 'body', url: 'http://shop.example/api/invoices/{id}', path: '$.number' },
    shown: { from: Date.UTC(2026, 2, 1, 14, 5, 9, 120) },
    disguise: [],
    fingerprint: '5f0c2a91',
    rootCause: 'client-chosen-identity',
    ...changes,
  };
}

export function leakOf(finding: Finding = findingOf()): Attempt {
  const { viewer, owner, kind } = finding;
  return attemptOf({ viewer, owner: owner ?? 'userA', kind, verdict: { is: 'leaked', findings: [finding] } });
}

export function unknownOf(because: Obstacle, changes: Partial<Attempt> = {}): Attempt {
  return attemptOf({ ...changes, verdict: { is: 'unknown', because } });
}

export function gateOf(changes: Partial<Gate> = {}): Gate {
  return {
    gate: 'lighthouse performance',
    subject: '/',
    verdict: { is: 'met', measured: 99, unit: 'points', limit: 90 },
    figures: { runs: 1 },
    ...changes,
  };
}

export function factsOf(changes: Partial<Facts> = {}): Facts {
  return {
    attempts: [],
    findings: [],
    gates: [],
    unknown: [],
    searched: { dom: 12, 'response-body': 40 },
    ...changes,
  };
}

export function testOf(folder: string, title: string, changes: Partial<TestRecord> = {}): TestRecord {
  return {
    file: `tests/${folder}/${folder}.spec.ts`,
    line: 7,
    titlePath: [title],
    project: 'guarantees',
    folder,
    outcome: 'passed',
    durationMs: 1800,
    facts: [factsOf()],
    unwatched: false,
    ...changes,
  };
}

export function stageResultsOf(
  stage: StageResults['stage'],
  changes: Partial<StageResults> = {},
): StageResults {
  return {
    schemaVersion: 1,
    stage,
    ended: 'passed',
    startedAt: '2026-03-01T14:05:00.000Z',
    durationMs: 41_300,
    product: 'Harbour Lane Studio',
    kinds,
    personas: stage === 'guarantees' ? viewers : [],
    config: stage === 'gates' ? 'gates.config.ts' : null,
    tests: [],
    problems: [],
    notes: [],
    excused: [],
    ...changes,
  };
}

/** A whole run in which everything held, and every criterion is met. */
export function greenResults(): StageResults[] {
  return [greenGuarantees(), greenGates()];
}

export function greenGuarantees(): StageResults {
  return stageResultsOf('guarantees', {
    tests: [
      testOf('chatbot', 'a logged-out visitor gets no customer record from the chatbot', {
        facts: [factsOf({ attempts: kinds.flatMap((kind) => chats(kind)) })],
      }),
      testOf('records', 'nobody reads what belongs to user A', {
        facts: [factsOf({ attempts: crossUser() })],
      }),
      testOf('roles', 'only an admin session opens the admin views', {
        facts: [factsOf({ attempts: admin() })],
      }),
      testOf('sessions', 'an expired session, a phone and a slow network are shown nothing', {
        facts: [factsOf({ attempts: conditions() })],
      }),
      testOf('browser', 'who signs in next is shown nothing of the one before', {
        facts: [factsOf({ attempts: leftInBrowser() })],
      }),
      testOf('secrets', 'no secret is in what a browser is shown'),
      testOf('wiring', 'the chat widget answers', { facts: [null] }),
    ],
  });
}

export function greenGates(): StageResults {
  const p95: Gate = gateOf({
    gate: 'p95 of authenticated reads',
    subject: '/api/invoices/{id}',
    verdict: { is: 'met', measured: 14.2, unit: 'ms', limit: 300 },
    figures: { samples: 120, over: 0 },
  });
  const scores = [
    gateOf(),
    gateOf({ subject: '/pricing', verdict: { is: 'met', measured: 97, unit: 'points', limit: 90 } }),
  ];
  return stageResultsOf('gates', {
    durationMs: 22_000,
    tests: [
      testOf('speed', 'Lighthouse above 90', {
        file: 'tests/speed/lighthouse.spec.ts',
        facts: [factsOf({ gates: scores })],
      }),
      testOf('speed', 'reads are quick', {
        file: 'tests/speed/reads.spec.ts',
        facts: [factsOf({ gates: [p95] })],
      }),
    ],
  });
}

function chats(kind: string): Attempt[] {
  const chat = { kind: 'chat', what: `asks for the ${kind} of somebody` } as const;
  return ['loggedOut', 'userB'].map((viewer) =>
    attemptOf({ probe: chat, viewer, kind, verdict: { is: 'held', because: 'plain-answer' } }),
  );
}

function crossUser(): Attempt[] {
  const pairs: readonly (readonly [string, string])[] = [
    ['userA', 'userB'],
    ['userB', 'userA'],
    ['wrongTenant', 'userA'],
    ['loggedOut', 'userA'],
  ];
  return pairs.flatMap(([viewer, owner]) =>
    kinds.flatMap((kind) => [
      attemptOf({ viewer, owner, kind }),
      attemptOf({
        viewer,
        owner,
        kind,
        probe: { kind: 'navigation', what: `opens the page of the ${kind}` },
      }),
    ]),
  );
}

function leftInBrowser(): Attempt[] {
  const look = { kind: 'navigation', what: 'look at what userA left in the browser' } as const;
  return [attemptOf({ probe: look, viewer: 'userB', owner: 'userA' }), ...chats('booking')];
}

function admin(): Attempt[] {
  const page = { kind: 'navigation', what: '/admin' } as const;
  const api = { kind: 'request', what: 'GET /api/admin/customers' } as const;
  return ['userA', 'loggedOut'].flatMap((viewer) =>
    [page, api].map((probe) =>
      attemptOf({
        probe,
        viewer,
        owner: 'staff',
        kind: 'internal note',
        verdict: { is: 'held', because: 'forbidden' },
      }),
    ),
  );
}

function conditions(): Attempt[] {
  return ['expiredSession', 'mobile', 'slowNetwork'].flatMap((viewer) =>
    kinds.map((kind) =>
      attemptOf({ viewer, owner: 'userB', kind, verdict: { is: 'held', because: 'unauthenticated' } }),
    ),
  );
}
