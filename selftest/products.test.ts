import { expect, test } from 'vitest';
import { asLine } from '../src/cli/proving/table';
import { proveProductFault, proveSound } from './product';
import { products, provedAlways, silentAlways } from './products';
import { tell } from './tell';

/** Of other shapes than the demo, and attached through a config file only: nothing here may depend on the demo's looks. */
test.each(silentAlways)('the suite is silent on %s', async (product) => {
  const proof = await proveSound(product);
  tell(proof);
  expect(proof.isProved, asLine(proof)).toBe(true);
});

const caught = Object.entries(products).flatMap(([product, faults]) =>
  faults.filter(({ id }) => provedAlways.includes(id)).map((fault) => ({ product, fault })),
);

test.each(caught)('$fault.id of $product is caught', async ({ product, fault }) => {
  const proof = await proveProductFault(product, fault);
  tell(proof);
  expect(proof.isProved, asLine(proof)).toBe(true);
});
