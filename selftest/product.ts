import { judgeFault, judgeLookalikes, type Proof } from '../src/cli/proving/judge';
import { runSuite } from '../src/cli/proving/run-suite';
import type { ProductFault } from './products/fault';
import { environment } from './products/shop';

/** Proves that the suite, attached to a product of `selftest/products` through its config file only, is silent. */
export async function proveSound(product: string): Promise<Proof> {
  const ran = await runSuite({ ...runOn(product), name: product, folders: [] });
  return judgeLookalikes(
    [{ id: product, resembles: 'gates', sentence: 'Nothing is wrong.', verdict: 'held' }],
    ran,
  );
}

/** Proves that it catches the product's fault, and names the cause. */
export async function proveProductFault(product: string, fault: ProductFault): Promise<Proof> {
  const { id, rootCause, only } = fault;
  const caughtBy = [...fault.caughtBy];
  const run = {
    ...runOn(product, id),
    name: `${product}-${id}`,
    folders: caughtBy,
    enough: 2,
    ...(only && { only }),
  };
  return judgeFault({ id: run.name, rootCause, sentence: '', caughtBy }, await runSuite(run));
}

function runOn(product: string, fault = '') {
  const env = {
    ...environment,
    PRODUCT: `selftest/products/${product}/product.config.ts`,
    SHOP_FAULT: fault,
  };
  return { stage: 'guarantees', workers: 4, env } as const;
}
