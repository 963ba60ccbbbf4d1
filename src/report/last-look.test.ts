import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportFolders } from './folders';
import { takeLastLook } from './last-look';
import { readResults, writeResults } from './results';
import { factsOf, greenGates, greenGuarantees, testOf } from './sample-results';

const value = 'Anneliese Brückner-Vogt';
let reports = '';
let artefacts = '';

beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), 'trespass-look-'));
  artefacts = mkdtempSync(join(tmpdir(), 'trespass-artefacts-'));
});
afterEach(() => {
  for (const folder of [reports, artefacts]) rmSync(folder, { recursive: true });
});

function look() {
  return takeLastLook({
    reports,
    alsoSearch: [artefacts],
    literals: [{ label: 'userA profile name', value }],
    expected: ['guarantees', 'gates'],
    stage: 'guarantees',
  });
}

function leaveGreenResults(): void {
  for (const results of [greenGuarantees(), greenGates()])
    writeResults(reportFolders(reports).results, results);
}

test('a clean run is green, on disk as in what comes back', () => {
  leaveGreenResults();
  const { acceptance, deleted } = look();
  expect(deleted).toEqual([]);
  expect(acceptance.verdict.exitCode).toBe(0);
  const folders = reportFolders(reports);
  expect(JSON.parse(readFileSync(folders.acceptanceJson, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(acceptance)),
  );
  expect(readFileSync(join(folders.acceptance, 'index.html'), 'utf8')).toContain('All held');
});

test.for(['html/index.html', 'results/guarantees.json', 'stray.txt'])(
  'a value in %s is deleted, and nothing is green',
  (file) => {
    leaveGreenResults();
    mkdirSync(join(reports, 'html'), { recursive: true });
    writeFileSync(join(reports, file), `<p>${value}</p>`);
    const { acceptance, deleted } = look();
    expect(deleted).toHaveLength(1);
    expect(deleted[0]).toContain('userA profile name');
    expect(acceptance.verdict.exitCode).toBe(3);
    expect(acceptance.unknowns.map(({ detail }) => detail)).toContain(deleted[0]);
    expect(look().deleted).toEqual([]);
  },
);

test('a value in what the runner left beside the reports is found too', () => {
  leaveGreenResults();
  writeFileSync(join(artefacts, 'error.md'), value);
  expect(look().acceptance.verdict.exitCode).toBe(3);
  expect(existsSync(join(artefacts, 'error.md'))).toBe(false);
});

test('the report itself is searched: what comes into it by the results takes it away again', () => {
  leaveGreenResults();
  // In two halves in the results, whole in the command that the report tells.
  const [first = '', second = ''] = value.split(' ');
  const green = greenGuarantees();
  const broken = testOf('records', 'x', {
    titlePath: [first, second],
    outcome: 'failed',
    facts: [factsOf()],
  });
  writeResults(reportFolders(reports).results, { ...green, tests: [...green.tests, broken] });
  const { acceptance } = look();
  expect(acceptance.verdict.exitCode).toBe(3);
  expect(JSON.stringify(acceptance)).not.toContain(value);
});

test('results that cannot be understood are never green', () => {
  leaveGreenResults();
  writeFileSync(join(reports, 'results/gates.json'), '{"schemaVersion":1}');
  expect(readResults(reportFolders(reports).results)[1]?.problems).toEqual([
    'results/gates.json cannot be understood: run it again',
  ]);
  expect(look().acceptance.verdict.exitCode).toBe(3);
});
