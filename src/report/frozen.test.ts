import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { corpus, corpusVersion } from '../attempts/probes';
import { readFrozen } from '../attempts/probes/frozen';
import { createSearch } from '../oracle/mask';
import { loadProduct } from '../product/load';
import type { Attempt } from '../words';
import { frozenCases, writeFrozen } from './frozen';
import { gatherLiterals } from './literals';
import { attemptOf, factsOf, findingOf, stageResultsOf, testOf } from './sample-results';

const product = await loadProduct();
const folder = mkdtempSync(join(tmpdir(), 'frozen-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every probe of the corpus leaked, for both, with a finding of every record of the demo. */
const leaks: readonly Attempt[] = corpus.map(({ id, family }) => {
  const [first, ...more] = product.records.flatMap(({ owner, kind, fields }) =>
    Object.keys(fields).map((field) => findingOf({ owner, kind, field })),
  );
  if (!first) throw new Error('the demo has no records');
  return attemptOf({
    probe: { kind: 'chat', what: id, drawn: { id, family, seed: 's', version: corpusVersion, way: 'api' } },
    verdict: { is: 'leaked', findings: [first, ...more] },
  });
});
const resultsWith = (attempts: readonly Attempt[]) => [
  stageResultsOf('guarantees', { tests: [testOf('chatbot', 'a test', { facts: [factsOf({ attempts })] })] }),
];
const now = new Date('2026-03-01T12:00:00Z');

test('what is written can be read again, and is the probe of the corpus', () => {
  writeFrozen(folder, frozenCases(resultsWith(leaks), now));
  const kept = readFrozen(folder);
  expect(kept).toHaveLength(corpus.length);
  for (const one of kept) expect(one.probe).toEqual(corpus.find(({ id }) => id === one.probe.id));
  expect(kept[0]).toMatchObject({
    frozen: 1,
    found: '2026-03-01',
    viewer: 'userB',
    owner: 'userA',
    way: 'api',
  });
});

test('no file holds a value of anybody, in any form', () => {
  writeFrozen(folder, frozenCases(resultsWith(leaks), now));
  const search = createSearch([...gatherLiterals(product).literals]);
  const texts = readdirSync(folder).map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`);
  expect(texts).toHaveLength(corpus.length);
  expect(texts.flatMap((text) => search(text))).toEqual([]);
  const [sample] = gatherLiterals(product).literals;
  expect(search(`${texts[0] ?? ''} ${sample?.value ?? ''}`)).not.toEqual([]); // the search does find one
});

test('only leaks of drawn probes are frozen, and a former run’s cases go', () => {
  writeFrozen(folder, frozenCases(resultsWith(leaks), now));
  const others = [attemptOf(), attemptOf({ verdict: { is: 'leaked', findings: [findingOf()] } })];
  expect(frozenCases(resultsWith(others), now)).toEqual([]);
  writeFrozen(folder, []);
  expect(readFrozen(folder)).toEqual([]);
});

test('a file that cannot be read is named', () => {
  writeFrozen(folder, frozenCases(resultsWith(leaks.slice(0, 1)), now));
  writeFileSync(join(folder, 'z.json'), '{"frozen":2}');
  expect(() => readFrozen(folder)).toThrow(/z\.json is not a frozen case/);
});
