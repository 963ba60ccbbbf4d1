import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSearch } from '../oracle/mask';
import { deleteHits, searchWritten } from './search-written';

const value = 'Anneliese Brückner-Vogt';
const search = createSearch([{ label: 'userA profile name', value }]);
let reports = '';

beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), 'trespass-search-'));
});
afterEach(() => rmSync(reports, { recursive: true }));

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(reports, file)), { recursive: true });
  writeFileSync(join(reports, file), content);
}

/** As Playwright writes it: a page, and all data as a zip in base64. */
function htmlReport(entries: Record<string, Uint8Array>): string {
  const zip = Buffer.from(zipSync(entries)).toString('base64');
  return `<html><script>let a = 1</script></html><template id="x">data:application/zip;base64,${zip}</template>`;
}

const json = strToU8(JSON.stringify({ title: `fill ${value}` }));

test.for([
  ['results/guarantees.json', JSON.stringify({ reason: value })],
  ['acceptance/index.html', `<p title="${value}"></p>`],
  ['acceptance.json', JSON.stringify({ body: Buffer.from(`to ${value}, with love`).toString('base64') })],
  ['html/data/1.txt', encodeURIComponent(value)],
  ['html/index.html', htmlReport({ 'report.json': strToU8('{}'), 'a.json': json })],
  ['html/data/trace.zip', zipSync({ 'inner.zip': zipSync({ 'trace.network': json }) })],
  ['html/data/body.gz', gzipSync(json)],
  ['html/data/named.zip', zipSync({ [`${value}.txt`]: strToU8('nothing') })],
] as const)('the value in %s is found', ([file, content]) => {
  write(file, content);
  const hits = searchWritten(reports, search);
  expect(hits.map((hit) => hit.file)).toContain(file);
  expect(hits.every(({ label }) => label === 'userA profile name')).toBe(true);
});

test('a clean report has no hits, and our own README is nobody’s business', () => {
  write('html/index.html', htmlReport({ 'report.json': strToU8('{"title":"held"}') }));
  write('acceptance.json', '{"name":"‹userA profile name›"}');
  write('README.md', value);
  expect(searchWritten(reports, search)).toEqual([]);
});

test('a token that nobody told us about is a hit, and so is what cannot be opened', () => {
  write('html/data/a.txt', 'x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl');
  write('html/data/b.zip', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3));
  const labels = searchWritten(reports, search).map(({ label }) => label);
  expect(labels.toSorted()).toEqual(['a token', 'something that could not be opened']);
});

test('a hit takes the whole report with it, but only one file of the results; the sentence names no value', () => {
  write('html/index.html', htmlReport({ 'a.json': json }));
  write('html/data/clean.txt', 'clean');
  write('results/guarantees.json', value);
  write('results/gates.json', '{}');
  const sentences = deleteHits(reports, searchWritten(reports, search));
  expect(existsSync(join(reports, 'html'))).toBe(false);
  expect(existsSync(join(reports, 'results/guarantees.json'))).toBe(false);
  expect(existsSync(join(reports, 'results/gates.json'))).toBe(true);
  expect(sentences).toHaveLength(2);
  expect(sentences.join('\n')).toMatch(/html\/index\.html \(inside it: .*a\.json\) held userA profile name/);
  expect(sentences.join('\n')).not.toContain('Anneliese');
});

test('a folder that is not there holds nothing', () => {
  expect(searchWritten(join(reports, 'none'), search)).toEqual([]);
});
