import type { Proof } from '../src/cli/proving/judge';
import { asLine } from '../src/cli/proving/table';

/** Tells of each proof as it is done: the whole takes minutes. */
export function tell(proof: Proof): void {
  process.stdout.write(`${asLine(proof)}\n`);
}
