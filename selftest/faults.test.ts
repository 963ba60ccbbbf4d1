import { beforeAll, describe, expect, test } from 'vitest';
import { pick, readCatalogue } from '../src/cli/proving/catalogue';
import type { Proof } from '../src/cli/proving/judge';
import { readListed } from '../src/cli/proving/listed';
import { defaultJobs, proveFaults } from '../src/cli/proving/prove';
import { asLine } from '../src/cli/proving/table';
import { tell } from './tell';

const { faults: ids } = readListed();
const catalogue = await readCatalogue();

test('the list covers at least 15 faults over at least 6 root causes', () => {
  const faults = pick(catalogue.faults, ids, 'fault');
  const causes = new Set(faults.map(({ rootCause }) => rootCause).filter((cause) => cause !== 'gates'));
  expect(faults.filter(({ rootCause }) => rootCause !== 'gates').length).toBeGreaterThanOrEqual(15);
  expect(causes.size).toBeGreaterThanOrEqual(6);
});

describe('caught, with its root cause', () => {
  const proofs = new Map<string, Proof>();

  beforeAll(async () => {
    const faults = pick(catalogue.faults, ids, 'fault');
    for (const proof of await proveFaults(faults, { jobs: defaultJobs(), tell })) {
      proofs.set(proof.ids.join(), proof);
    }
  });

  test.each(ids)('%s', (id) => {
    const proof = proofs.get(id);
    expect(proof?.isProved, proof && asLine(proof)).toBe(true);
  });
});
