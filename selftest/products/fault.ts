import type { RootCause } from '../../src/words';

/** A defect that a product of this folder can be started with. */
export interface ProductFault {
  readonly id: string;
  /** What the report must name. */
  readonly rootCause: RootCause;
  /** Folders of `tests/` that must notice it. */
  readonly caughtBy: readonly string[];
  /** Only guarantees whose title holds this are run; without it, all of these folders. */
  readonly only?: string;
}

/** Whether this process was started with a fault: `SHOP_FAULT=orders-by-any-id`. One at a time. */
export function isStartedWith(fault: string): boolean {
  return process.env['SHOP_FAULT'] === fault;
}
