import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runSuite } from '../src/cli/proving/run-suite';
import { createSearch } from '../src/oracle/mask';
import { loadProduct } from '../src/product/load';
import { gatherLiterals } from '../src/report/literals';
import { searchWritten } from '../src/report/search-written';

test('a run that sees leaks everywhere writes no value of a record, no password and no token', async () => {
  const faults = ['policy-using-true', 'tool-lists-all-customers', 'service-key-inline'];
  const folders = ['records', 'chatbot', 'secrets'];
  const run = await runSuite({ name: 'leaking', stage: 'guarantees', folders, faults, workers: 2 });
  expect(run.outcome?.verdict, `${run.stdout}\n${run.stderr}`).toMatchObject({ is: 'leaked' });
  expect(run.outcome?.totals.findings).toBeGreaterThan(10);

  const { literals } = gatherLiterals(await loadProduct());
  const search = createSearch([...literals]);
  expect(searchWritten(run.reports, search)).toEqual([]);
  expect([...search(run.stdout), ...search(run.stderr)]).toEqual([]);

  // The search can fail: a value that is put there is found.
  const [literal] = literals;
  writeFileSync(join(run.reports, 'planted.txt'), Buffer.from(literal?.value ?? '').toString('base64'));
  expect(searchWritten(run.reports, search)).toMatchObject([{ file: 'planted.txt', label: literal?.label }]);
});
