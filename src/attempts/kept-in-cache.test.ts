import { expect, test } from 'vitest';
import type { Attempt, Finding, RootCause } from '../words';
import { causedByCache } from './kept-in-cache';

function finding(fingerprint: string, channel: string, part = 'body'): Finding {
  return {
    rule: 'foreign-record',
    severity: 'high',
    viewer: 'userB',
    owner: 'userA',
    kind: 'booking',
    field: 'reference',
    channel,
    where: { part },
    shown: { from: 0 },
    disguise: [],
    fingerprint,
    rootCause: 'shared-state',
  };
}

function attempt(first: Finding, ...more: readonly Finding[]): Attempt {
  const probe = { kind: 'navigation', what: 'open /account' } as const;
  return {
    probe,
    viewer: 'userB',
    owner: 'userA',
    kind: 'booking',
    verdict: { is: 'leaked', findings: [first, ...more] },
    requests: 1,
  };
}

function causes(attempts: readonly Attempt[]): readonly (RootCause | undefined)[] {
  return attempts.flatMap(({ verdict }) =>
    verdict.is === 'leaked' ? verdict.findings.map(({ rootCause }) => rootCause) : [],
  );
}

test('what stands in a cache was caused by it wherever it stands', () => {
  const attempts = [
    attempt(finding('one', 'dom'), finding('two', 'dom')),
    attempt(finding('one', 'cache-storage')),
  ];
  expect(causes(causedByCache(attempts))).toEqual(['shared-cache', 'shared-state', 'shared-cache']);
});

test('what came out of the browser’s own cache was caused by it', () => {
  const attempts = [attempt(finding('one', 'response-body', 'cached body'), finding('one', 'shown-text'))];
  expect(causes(causedByCache(attempts))).toEqual(['shared-cache', 'shared-cache']);
});

test('without a cache nothing is named anew', () => {
  const attempts = [attempt(finding('one', 'local-storage'), finding('one', 'dom'))];
  expect(causedByCache(attempts)).toBe(attempts);
});
