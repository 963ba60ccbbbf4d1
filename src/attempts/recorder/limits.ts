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

/** Addresses that scripts and the config name: of so many at most it is said what became of each. */
export const mostNamed = 300;

/** Answers of one endpoint whose records are looked for: a page that polls brings the same again and again. */
export const mostAnswers = 50;

/** Distinct endpoints that one walk tells apart: a page that makes up its addresses has no end of them. */
export const mostEndpoints = 300;

/** Sentences of one kind in what an inventory has left out. */
const mostSaid = 20;

/** The first of many sentences, and how many more there would be: `and 980 more pages`. */
export function fewOf(sentences: readonly string[], what: string): readonly string[] {
  const more = sentences.length - mostSaid;
  return more > 0 ? [...sentences.slice(0, mostSaid), `and ${more} more ${what}`] : sentences;
}

/** Requests of one shape that differ in what they choose (`table=…`): so many are kept apart. */
export const mostOfShape = 5;
