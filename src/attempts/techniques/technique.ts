import type { ApiRequest } from '../../product/api';
import type { Forgery } from '../../product/sessions/forgeries';
import type { Read } from '../../product/types';
import type { OwnedRecord, RootCause } from '../../words';
import type { Asked } from '../diagnose';

/** What somebody has forged, with what it takes to send it. */
export interface Forging {
  readonly forgeries: readonly Forgery[];
  readonly headers: (token: string) => Readonly<Record<string, string>>;
}

/** What a technique may know: how the record is read, which record, and the id of the person whose it is. */
export interface Subject {
  readonly read: Read;
  readonly record: OwnedRecord;
  /** User id of the record's owner; `undefined` when the owner is no account. */
  readonly user: string | undefined;
  /** User id of who tries; `undefined` for who is not signed in. */
  readonly own?: string;
  /** What tells the owner's tenant, where the owner's token names one. */
  readonly tenant?: string;
  /** The reads of the whole config, for what is widened by what else there is. */
  readonly reads?: readonly Read[];
  /** Tokens that who tries has forged, and how a token is carried. */
  readonly forging?: Forging;
}

/** One request that a viewer is going to try, with its own credentials only. */
export interface Try {
  /** Its shape for people: `GET /api/invoices/{id}`, never a value. */
  readonly what: string;
  /** Id of the technique that made it (see `triesOf`); a try that was made otherwise is named by who asks. */
  readonly technique?: string;
  readonly request: ApiRequest;
  /** The same for an id that nothing has: who is shown somebody's record for that, too, is shown a sample. */
  readonly absent?: ApiRequest;
  /** Nobody has seen the product serve this shape: it is tried where the owner is served in the same way, and only there. */
  readonly isGuess?: true;
  /** How that asks for a foreign record; the root cause is named by it. */
  readonly asked: Asked['by'] & ('rows' | 'endpoint' | 'claimed-identity' | 'claimed-role' | 'forged-token');
}

/** Turns what an owner did into what a viewer tries; it sends nothing and judges nothing. */
export interface Technique {
  readonly id: string;
  readonly rootCauses: readonly RootCause[];
  tries(subject: Subject): Iterable<Try>;
}
