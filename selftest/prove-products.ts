import { asLine, asSummary } from '../src/cli/proving/table';
import type { Proof } from '../src/cli/proving/judge';
import { proveProductFault, proveSound } from './product';
import { products } from './products';

/**
 * `npm run prove:products`: every product that is not the demo, sound and with each of its faults; with arguments, the
 * products or faults that are named. Takes half a minute each.
 */
const wanted = new Set(process.argv.slice(2));
const isWanted = (...names: readonly string[]) => wanted.size === 0 || names.some((name) => wanted.has(name));
const proofs: Proof[] = [];

async function tell(proving: Promise<Proof>): Promise<void> {
  const proof = await proving;
  proofs.push(proof);
  process.stdout.write(`${asLine(proof)}\n`);
}

for (const [product, faults] of Object.entries(products)) {
  if (isWanted(product)) await tell(proveSound(product));
  for (const fault of faults) if (isWanted(product, fault.id)) await tell(proveProductFault(product, fault));
}
process.stdout.write(`${asSummary(proofs)}\n`);
process.exitCode = proofs.length > 0 && proofs.every(({ isProved }) => isProved) ? 0 : 1;
