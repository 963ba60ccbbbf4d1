/** How much a recording may cost. What goes beyond is left out, and the inventory says so. */
export interface RecorderLimits {
  readonly pages: number;
  /** Endpoints that no page asked for, and are asked once to see what they answer. */
  readonly asked: number;
  /** Endpoints that others try. */
  readonly replayed: number;
}

/** Of ours what it takes; of somebody's live product as much as is polite. */
export function recorderLimits(demo: boolean): RecorderLimits {
  return demo ? { pages: 12, asked: 30, replayed: 60 } : { pages: 12, asked: 15, replayed: 30 };
}

/** Requests of one shape that differ in what they choose (`table=…`): so many are kept apart. */
export const mostOfShape = 5;
