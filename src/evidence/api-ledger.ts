import { createBook } from './book';
import type { Ledger } from './ledger';

/** The ledger of somebody who visits without a browser: only what its API client is shown is in it. */
export function createApiLedger(): Ledger {
  const book = createBook();
  return {
    show: (exhibit) => book.enter(exhibit),
    exhibits: book.exhibits,
    exchanges: () => [],
    mark: book.mark,
    since: book.since,
    loadBefore: () => undefined,
    settle: () => Promise.resolve(),
  };
}
