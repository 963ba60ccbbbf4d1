import { expect, test } from 'vitest';
import { readResult } from './run';

const asked = {
  url: 'https://shop.example/pricing',
  categories: ['performance', 'seo'],
  formFactor: 'mobile',
  skip: [],
} as const;

const clean = {
  finalDisplayedUrl: 'https://shop.example/pricing',
  runWarnings: [],
  configSettings: { formFactor: 'mobile' as const },
  categories: {
    performance: {
      score: 0.87,
      auditRefs: [
        { id: 'largest-contentful-paint', weight: 10 },
        { id: 'total-blocking-time', weight: 30 },
        { id: 'cumulative-layout-shift', weight: 25 },
      ],
    },
    seo: { score: 1, auditRefs: [{ id: 'is-crawlable', weight: 4 }] },
  },
  audits: {
    'largest-contentful-paint': { score: 0.5, numericValue: 3210.4 },
    'total-blocking-time': { score: 0.6, numericValue: 512.3 },
    'cumulative-layout-shift': { score: 1, numericValue: 0.01234 },
    'is-crawlable': { score: 1 },
  },
};

test('scores are of a hundred, and the audits that cost most come first', () => {
  expect(readResult(clean, asked)).toEqual({
    is: 'scored',
    scores: {
      performance: { score: 87, failed: ['total-blocking-time', 'largest-contentful-paint'] },
      seo: { score: 100, failed: [] },
    },
    metrics: {
      'largest contentful paint (ms)': 3210,
      'total blocking time (ms)': 512,
      'cumulative layout shift': 0.012,
    },
  });
});

test.each([
  ['a trailing slash', 'https://shop.example/pricing/'],
  ['a fragment', 'https://shop.example/pricing#plans'],
])('%s is the same page', (_, finalDisplayedUrl) => {
  expect(readResult({ ...clean, finalDisplayedUrl }, asked).is).toBe('scored');
});

const runtimeError = { code: 'ERRORED_DOCUMENT_REQUEST', message: 'status 500' };
const nothing = { ...clean.categories, seo: { score: null, auditRefs: [] } };
test.each([
  ['another page', { finalDisplayedUrl: 'https://shop.example/sign-in?token=kept-out' }, true, '/sign-in'],
  ['another host', { finalDisplayedUrl: 'https://other.example/pricing' }, true, 'other.example'],
  ['another query', { finalDisplayedUrl: 'https://shop.example/pricing?plan=kept-out' }, true, 'pricing'],
  ['a desktop', { configSettings: { formFactor: 'desktop' as const } }, true, 'desktop'],
  ['a page that did not load', { runtimeError }, false, 'ERRORED_DOCUMENT_REQUEST'],
  ['a warning', { runWarnings: ['see https://a.example/?t=kept-out (slow)'] }, false, '/ (slow)'],
  ['no score', { categories: nothing }, false, 'seo'],
])('%s is not measured', (_, change, certain, named) => {
  const run = readResult({ ...clean, ...change }, asked);
  expect(run).toMatchObject({ is: 'unusable', certain });
  expect(JSON.stringify(run)).toContain(named);
  expect(JSON.stringify(run)).not.toContain('kept-out');
});
