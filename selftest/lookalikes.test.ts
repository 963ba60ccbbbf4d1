import { expect, test } from 'vitest';
import { pick, readCatalogue } from '../src/cli/proving/catalogue';
import { readListed } from '../src/cli/proving/listed';
import { proveLookalikes } from '../src/cli/proving/prove';
import { asLine } from '../src/cli/proving/table';
import { tell } from './tell';

const { lookalikes: ids } = readListed();
const { lookalikes } = await readCatalogue();

test('at least 10 look-alikes are silent', async () => {
  const known = pick(lookalikes, ids, 'look-alike');
  const silent = known.filter(({ verdict }) => verdict === 'held');
  expect(silent.length).toBeGreaterThanOrEqual(10);
  const proofs = await proveLookalikes(silent, { jobs: 1, isTogether: true, tell });
  expect(proofs.filter(({ isProved }) => !isProved).map(asLine)).toEqual([]);
});
