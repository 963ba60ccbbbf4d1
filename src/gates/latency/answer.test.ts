import { expect, test } from 'vitest';
import { obstacleOf, sharedCache } from './answer';
import type { Outcome } from './answer';

const answered = (status: number, headers: Record<string, string> = {}): Outcome => ({
  is: 'answered',
  answer: { status, headers, text: '{"id":"right"}' },
});

test.each([
  [answered(200), undefined],
  [answered(200, { 'cf-cache-status': 'DYNAMIC', 'x-cache': 'Miss from cloudfront', age: '0' }), undefined],
  // Slow, but no obstacle: it counts as over the limit.
  [{ is: 'late' }, undefined],
  [answered(200, { age: '12' }), 'unexpected-answer'],
  [answered(204), 'unexpected-answer'],
  [answered(302), 'unexpected-answer'],
  [answered(401), 'not-signed-in'],
  [answered(403, { 'cf-mitigated': 'challenge' }), 'challenge'],
  [answered(429), 'throttled'],
  [answered(503), 'server-error'],
  [{ is: 'failed', code: 'ECONNRESET' }, 'unexpected-answer'],
] as const)('%j: %s', (outcome, what) => {
  expect(obstacleOf(outcome, (answer) => answer.text.includes('right'))?.what).toBe(what);
});

test('a fast 200 without the owner’s record does not count', () => {
  expect(obstacleOf(answered(200), () => false)?.what).toBe('control-failed');
});

test.each([
  [{ 'cf-cache-status': 'HIT' }, 'cf-cache-status: HIT'],
  [{ 'x-cache': 'RefreshHit from cloudfront' }, 'x-cache: RefreshHit from cloudfront'],
  [{ 'x-cache': 'MISS, HIT' }, 'x-cache: MISS, HIT'],
  [{ 'cache-status': 'Edge; hit; ttl=30' }, 'cache-status: Edge; hit; ttl=30'],
  [{ 'x-vercel-cache': 'MISS', 'cache-status': 'Edge; fwd=miss' }, undefined],
  [{}, undefined],
] as const)('%j comes from a shared cache: %s', (headers, seen) => {
  expect(sharedCache(headers)).toBe(seen);
});
