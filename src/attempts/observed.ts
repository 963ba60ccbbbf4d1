import { createHmac } from 'node:crypto';
import type { Finding } from '../words';
import type { Visitor } from '../visit/visitor';

/** What was observed that is no value of a record: whose it is about, where it showed, and from what. */
export type Observed = Pick<
  Finding,
  'rule' | 'severity' | 'owner' | 'kind' | 'field' | 'channel' | 'where'
> & {
  readonly rootCause: NonNullable<Finding['rootCause']>;
  /** Gives the finding its fingerprint, and is kept nowhere: an id, a token, a mark. */
  readonly about: string;
};

/** A finding without a value that leaked: that something exists, was changed, or still opens a door. */
export function observed({ name, stage }: Visitor, { about, ...seen }: Observed): Finding {
  return {
    ...seen,
    viewer: name,
    shown: { from: Date.now() },
    disguise: [],
    fingerprint: createHmac('sha256', stage.key).update(about).digest('hex').slice(0, 12),
  };
}
