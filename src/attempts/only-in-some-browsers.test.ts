import { expect, test } from 'vitest';
import type { Attempt, Finding, RootCause } from '../words';
import { namedWhereOnlySomeBrowsersShow } from './only-in-some-browsers';

const personas = {
  userB: { account: 'userB', session: 'live', sees: ['userB'] },
  mobile: { account: 'userB', session: 'live', sees: ['userB'], device: 'Pixel 7' },
  wrongTenant: { account: 'wrongTenant', session: 'live', sees: ['wrongTenant'] },
} as const;
const intruders = Object.entries(personas).map(([name, persona]) => ({ name, persona }));

const finding = (channel: string, url: string): Finding => ({
  rule: 'foreign-record',
  severity: 'high',
  viewer: 'mobile',
  owner: 'userA',
  kind: 'profile',
  field: 'email',
  channel,
  where: { part: 'body', url },
  shown: { from: 0 },
  disguise: [],
  fingerprint: 'f',
  rootCause: 'raw-rows-to-model',
});

const attempt = (viewer: string, ...findings: readonly Finding[]): Attempt => {
  const [first, ...more] = findings;
  const verdict = first
    ? ({ is: 'leaked', findings: [first, ...more] } as const)
    : ({ is: 'held', because: 'own-records-only' } as const);
  const probe = { kind: 'navigation', what: 'open /account' } as const;
  return { probe, viewer, owner: 'userA', kind: 'profile', verdict, requests: 1 };
};

const causes = (attempts: readonly Attempt[]): readonly (RootCause | undefined)[] =>
  namedWhereOnlySomeBrowsersShow(attempts, intruders, '/account').flatMap(({ verdict }) =>
    verdict.is === 'leaked' ? verdict.findings.map(({ rootCause }) => rootCause) : [],
  );

const inPage = finding('response-body', 'https://x.eu/account');
const shown = finding('shown-text', 'https://x.eu/account');

test('what the page itself holds for one browser of an account, and not for another, is a copy of somebody’s', () => {
  expect(causes([attempt('mobile', inPage, shown), attempt('userB')])).toEqual([
    'shared-state',
    'shared-state',
  ]);
});

test.each([
  ['every browser of the account is shown it', [attempt('mobile', inPage), attempt('userB', inPage)]],
  ['only another account is spared', [attempt('mobile', inPage), attempt('wrongTenant')]],
  [
    'a call of the page has brought it',
    [attempt('mobile', finding('response-body', 'https://x.eu/api/all')), attempt('userB')],
  ],
])('the cause stays where %s', (_, attempts) => {
  expect(new Set(causes(attempts))).toEqual(new Set(['raw-rows-to-model']));
});
