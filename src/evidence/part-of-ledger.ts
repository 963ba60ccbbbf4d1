import type { Exhibit } from '../words';
import type { Ledger } from './ledger';

/** A ledger that can be closed: what is shown later is no longer in it. */
export function closable(ledger: Ledger): { readonly ledger: Ledger; close(): void } {
  let last: readonly Exhibit[] | undefined;
  return {
    ledger: {
      ...ledger,
      exhibits: () => last ?? ledger.exhibits(),
      settle: () => (last ? Promise.resolve() : ledger.settle()),
    },
    close() {
      last = ledger.exhibits();
    },
  };
}

/** What a ledger was shown from now on, and what it had been shown before and is shown again. */
export function fromNowOn(ledger: Ledger): Ledger {
  const beginning = ledger.mark();
  return { ...ledger, exhibits: () => ledger.since(beginning) };
}
