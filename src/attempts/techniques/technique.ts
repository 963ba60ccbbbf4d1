import type { ApiRequest } from '../../product/api';
import type { Read } from '../../product/types';
import type { OwnedRecord, RootCause } from '../../words';
import type { Asked } from '../diagnose';

/** What a technique may know: how the record is read, which record, and the id of the person whose it is. */
export interface Subject {
  readonly read: Read;
  readonly record: OwnedRecord;
  /** User id of the record's owner; `undefined` when the owner is no account. */
  readonly user: string | undefined;
  /** User id of who tries; `undefined` for who is not signed in. */
  readonly own?: string;
  /** For who visits with a forged session whose token is a JWT: the token, and how one is carried. */
  readonly forging?: {
    readonly token: string;
    readonly headers: (token: string) => Readonly<Record<string, string>>;
  };
}

/** One request that a viewer is going to try, with its own credentials only. */
export interface Try {
  /** Its shape for people: `GET /api/invoices/{id}`, never a value. */
  readonly what: string;
  readonly request: ApiRequest;
  /** The same for an id that nothing has: who is shown somebody's record for that, too, is shown a sample. */
  readonly absent?: ApiRequest;
  /** How that asks for a foreign record; the root cause is named by it. */
  readonly asked: Asked['by'] & ('rows' | 'endpoint' | 'claimed-identity' | 'claimed-role' | 'forged-token');
}

/** Turns what an owner did into what a viewer tries; it sends nothing and judges nothing. */
export interface Technique {
  readonly id: string;
  readonly rootCauses: readonly RootCause[];
  tries(subject: Subject): Iterable<Try>;
}
