import type { Problem } from './config-error';
import type { Product } from './types';

/** Something that stays unknown with its owner's consent, for a while. A leak is never waived. */
export interface Waiver {
  /** A criterion's id (`admin-only`), a guarantee's whole title, or the name of who cannot visit (`expiredSession`). */
  readonly what: string;
  readonly reason: string;
  /** The last day on which it counts: `2026-12-31` (UTC). */
  readonly until: string;
}

/** Something that a run need not try: by a waiver, or because the product has no such thing. */
export interface Excuse {
  readonly is: 'waived' | 'without';
  readonly what: string;
  /** A sentence for the report. */
  readonly why: string;
}

/** All that a product is excused from, each with its reason. */
export function excusesOf({ waivers, without }: Pick<Product, 'waivers' | 'without'>): readonly Excuse[] {
  const declared = Object.entries(without).map(([what, why]): Excuse => {
    return { is: 'without', what, why: `does not apply to this product: ${why}` };
  });
  const waived = waivers.map(({ what, reason, until }): Excuse => {
    return { is: 'waived', what, why: `waived until ${until}: ${reason}` };
  });
  return [...declared, ...waived];
}

/** Waivers whose last day is over: what they were for is due. */
export function endedWaivers(waivers: readonly Waiver[], now: Date): Problem[] {
  const today = now.toISOString().slice(0, 10);
  return waivers.flatMap(({ what, until }, index) =>
    until >= today
      ? []
      : [
          {
            at: `waivers.${index}.until`,
            seen: `the waiver of "${what}" ended on ${until}`,
            next: 'mend what it was for and take it out, or give it a new date',
          },
        ],
  );
}
