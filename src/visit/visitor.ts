import type { BrowserContext, Page } from '@playwright/test';
import type { FactsSoFar } from '../attempts/facts';
import type { Ledger } from '../evidence';
import type { Oracle } from '../oracle/oracle';
import type { Api } from '../product/api';
import type { Turn } from '../product/chat/turn';
import type { Politeness } from '../product/politeness';
import type { Product, Session } from '../product/types';
import type { Familiar } from './familiar';
import type { Rehearsal } from './rehearsal';
import type { SessionsOfWorker } from './sessions';
import type { Millis, OwnedRecord, OwnerName, Persona, PersonaName, Viewer } from '../words';

/** What all visitors of one test share. */
export interface Stage {
  readonly product: Product;
  readonly oracle: Oracle;
  readonly politeness: Politeness;
  readonly facts: FactsSoFar;
  readonly sessions: SessionsOfWorker;
  readonly familiar: Familiar;
  /** Set where nothing is sent, and only counted what would be. */
  readonly rehearsal?: Rehearsal;
  /** Key of the fingerprints of this run. */
  readonly key: string;
}

/** A persona that is really there: a page, a chat and an API client with its own credentials and nothing else. */
export interface Visitor {
  readonly name: PersonaName;
  readonly persona: Persona;
  readonly viewer: Viewer;
  readonly session: Session | null;
  readonly stage: Stage;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly chat: VisitorChat;
  readonly api: VisitorApi;
  readonly ledger: Ledger;
  /** Who used the same browser before, where others did. */
  readonly before?: readonly OwnerName[];
  /** Everything that this visitor itself sent or typed: what merely comes back of it is an echo. */
  readonly said: string[];
}

export interface VisitorChat {
  /**
   * Opens the chat when it is not open, sends `text`, and waits for the whole reply; with `answerWithin` no longer than
   * so many milliseconds after the proof that it was sent.
   */
  ask(text: string, answerWithin?: Millis): Promise<Turn>;
}

export interface VisitorApi extends Api {
  /**
   * A record of this kind that the visitor may see, after the proof that it does see it (the control before).
   * Throws a `not checked` error, which the report counts as unknown, when it cannot be seen or there is none.
   */
  own(kind: string): Promise<Holding>;
}

/** A record together with a visitor that has just proved that it may see it. */
export interface Holding {
  readonly record: OwnedRecord;
  readonly keeper: Visitor;
}
