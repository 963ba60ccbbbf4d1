import { expect, test } from 'vitest';
import { cacheHints } from './cache-hints';

test.each([
  [{ 'x-cache': 'Hit from cloudfront', age: '31' }, ['(x-cache)', '(age)', '(vary)']],
  [{ 'cf-cache-status': 'HIT', vary: 'Accept-Encoding, Cookie' }, ['(cf-cache-status)']],
  [{ 'cache-control': 'public, max-age=60' }, ['(cache-control)', '(vary)']],
  [{ 'cache-control': 's-maxage=60', vary: 'Authorization' }, ['(cache-control)']],
])('%o gives a hint', (headers, told) => {
  expect(cacheHints(headers).map((hint) => /\([^)]*\)/.exec(hint)?.[0])).toEqual(told);
});

test.each([
  {},
  { 'cache-control': 'private, no-store' },
  { 'cache-control': 'max-age=0, must-revalidate', age: '0' },
  { 'cache-control': 'private, max-age=60', vary: 'Accept' },
  { 'x-cache': 'MISS, MISS', 'cf-cache-status': 'DYNAMIC', 'cache-control': 'public, no-store' },
])('%o gives none', (headers) => {
  expect(cacheHints(headers)).toEqual([]);
});
