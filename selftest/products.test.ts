import { describe, expect, test } from 'vitest';
import { asLine } from '../src/cli/proving/table';
import { proveProductFault, proveSound } from './product';
import { products, provedAlways } from './products';
import { tell } from './tell';

/** Of other shapes than the demo, and attached through a config file only: nothing here may depend on the demo's looks. */
describe.each(Object.entries(products))('%s', (product, faults) => {
  test('the suite is silent on it', async () => {
    const proof = await proveSound(product);
    tell(proof);
    expect(proof.isProved, asLine(proof)).toBe(true);
  });

  test.each(faults.filter(({ id }) => provedAlways.includes(id)))('$id is caught', async (fault) => {
    const proof = await proveProductFault(product, fault);
    tell(proof);
    expect(proof.isProved, asLine(proof)).toBe(true);
  });
});
