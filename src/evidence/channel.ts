import type { BrowserContext } from '@playwright/test';
import type { Exhibit } from '../words';
import type { Store } from './stores';
import type { Target } from './target';
import type { WatchedContext } from './watched-context';

/** What a channel tells: the ledger adds the channel's name. */
export type Sight = Omit<Exhibit, 'channel'>;

/**
 * Puts a sight into the ledger. A second one with the same `key` takes the place of the first: for what grows
 * (a stream, an answer that is being written), where the later sight contains the earlier. An empty text is none.
 */
export type Show = (sight: Sight, key?: string) => void;

/** DevTools domains that a channel needs to be on. */
export type Domain = 'Network' | 'Runtime' | 'Log' | 'DOMStorage';

/** What channels may do besides listening. */
export interface Preparing {
  /** Whether this address is on a host that may be asked. */
  readonly isWithinReach: (url: URL) => boolean;
  /** Whether such an address may be asked once more, now: settles when it is its turn. */
  readonly mayAskAgain: (url: URL) => Promise<boolean>;
}

/** One way in which a browser can be shown something. */
export interface Channel {
  /** That of its file. */
  readonly name: string;
  readonly sees: string;
  readonly blindTo: string;
  readonly domains?: readonly Domain[];
  /**
   * Body of an async function that runs in the page of the self-check and shows `value` in this channel, and may use
   * `give(how)`: an address that answers with the value as `how` says (see self-check.ts).
   */
  readonly plant: string;
  /** Before the context's first page. */
  prepare?(context: BrowserContext, preparing: Preparing): Promise<void>;
  /** When a target appears, before its first script runs: listens, and sends without waiting for answers. */
  watch?(target: Target, show: Show): void;
  /** When the evidence is settled, for each target that is still there. `stores`: what its frames may keep things in. */
  read?(target: Target, show: Show, stores: () => Promise<readonly Store[]>): Promise<void>;
  /** When the evidence is settled, once for the whole context. */
  readContext?(context: WatchedContext, show: Show): Promise<void>;
}
