import type { OwnedRecord } from '../words';
import type { Product } from './types';

/** Variable by which a run only counts what it would send. Its value is what is known of recorded endpoints, as JSON. */
export const rehearsalVariable = 'TRESPASS_REHEARSAL';

/** Whether this run sends nothing. */
export function isRehearsal(env: NodeJS.ProcessEnv = process.env): boolean {
  return env[rehearsalVariable] !== undefined;
}

/**
 * Refuses to judge by answers that were made up: with the variable left in somebody's environment, all would seem to hold.
 * To be called before the guarantees; `npm run plan` does without.
 * @throws one sentence that says what to do
 */
export function refuseRehearsal(env: NodeJS.ProcessEnv = process.env): void {
  if (!isRehearsal(env)) return;
  throw new Error(
    `Nothing was run: ${rehearsalVariable} is set, and with it nothing is sent to the product. Unset it; what a run would send is told by npm run plan.`,
  );
}

/** As a run would have learned them: one record of each kind that is read, for each account. */
export function rehearsedRecords({
  accounts,
  reads,
}: Pick<Product, 'accounts' | 'reads'>): readonly OwnedRecord[] {
  const kinds = [...new Set(reads.map(({ kind }) => kind))];
  return Object.keys(accounts).flatMap((owner) =>
    kinds.map((kind) => {
      const id = `${kind} of ${owner}`.replaceAll(' ', '-');
      return { owner, kind, id, fields: { text: `What stands in the ${kind} of ${owner}` } };
    }),
  );
}
