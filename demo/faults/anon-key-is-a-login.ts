import { orAnonKey } from '../records/careless';
import type { Fault } from '../fault';

/** The gateway lets every token of the project pass, and the publishable key is one. */
export const anonKeyIsALogin: Fault = {
  id: 'anon-key-is-a-login',
  rootCause: 'session-not-checked',
  sentence: 'The records API takes the key that is in every page for a login.',
  change: (parts) => ({ ...parts, records: { ...parts.records, reader: orAnonKey(parts.records.reader) } }),
  caughtBy: ['sessions'],
};
