import type { Parts } from './parts';

/** What the report calls the thing that is at fault. */
export const rootCauses = [
  'missing-row-rules',
  'broad-policy',
  'client-chosen-identity',
  'privileged-key-in-page',
  'environments-mixed',
  'raw-rows-to-model',
  'session-not-checked',
  'shared-cache',
  'shared-state',
  'leaky-refusal',
] as const;
export type RootCause = (typeof rootCauses)[number];

/** The folders of `tests/`: which kind of guarantee must notice a fault. */
export const guaranteeFolders = [
  'browser',
  'chatbot',
  'records',
  'sessions',
  'roles',
  'caching',
  'secrets',
  'pages',
  'speed',
  'database',
  'wiring',
] as const;
export type GuaranteeFolder = (typeof guaranteeFolders)[number];

/** What a variant of the demo changes: statements run on the seeded database, parts swapped, or both. */
export interface Change {
  readonly sql?: string;
  /** Called once per start of the demo, so that a replaced part may keep state of its own. */
  readonly change?: (parts: Parts) => Parts;
}

/** A deliberate defect. The file's name is its `id`. */
export interface Fault extends Change {
  readonly id: string;
  /** `gates` for what is slow, heavy or hard to use and shows nobody anything foreign. */
  readonly rootCause: RootCause | 'gates';
  /** What goes wrong, for people, in one sentence. */
  readonly sentence: string;
  readonly caughtBy: readonly [GuaranteeFolder, ...GuaranteeFolder[]];
  /**
   * The one place in which it shows what it shows. Such faults of one cause can be proved in one run, each by a finding
   * in its own place; where several share a channel, `at` stands in the part, the address or the selector of it.
   */
  readonly shownIn?: { readonly channel: string; readonly at?: string };
}

/** A safe behaviour that resembles a fault. The file's name is its `id`. */
export interface Lookalike extends Change {
  readonly id: string;
  readonly resembles: RootCause | 'gates';
  readonly sentence: string;
  readonly caughtBy: readonly [];
  /** What a run must say: nothing at all, or that it could not tell. */
  readonly verdict: 'held' | 'unknown';
  /** Names of unknown people that it must say are worth a look; none without it. */
  readonly hints?: number;
}
