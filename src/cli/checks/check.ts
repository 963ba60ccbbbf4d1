import type { Room } from './room';

/** One thing that was looked at. Holds no value of a record, no address and no password. */
export interface Said {
  /** `wrong` has to be mended; `unknown` could not be found out, or leaves guarantees unknown. */
  readonly is: 'fine' | 'wrong' | 'unknown';
  readonly what: string;
  /** What to do about it. */
  readonly next?: string;
  /** The account that it is about, by which it can be waived. */
  readonly about?: string;
}

/** One question to a product and its config, answered before the suite visits. One file each. */
export interface Check {
  /** By which it can be waived. */
  readonly id: string;
  /** What it asks, for people. */
  readonly asks: string;
  readonly run: (room: Room) => Promise<readonly Said[]>;
}

/** Something that is as it should be. */
export function fine(what: string): Said {
  return { is: 'fine', what };
}
