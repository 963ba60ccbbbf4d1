import type { ProductFault } from '../fault';

/** What this server can be started with. */
export const faults = [
  { id: 'orders-by-any-id', rootCause: 'client-chosen-identity', caughtBy: ['records'] },
  { id: 'graphql-order-open', rootCause: 'client-chosen-identity', caughtBy: ['records'] },
  // The page asks for the fields of the signed-in one; the account that hangs on them was never thought of.
  { id: 'graphql-field-unguarded', rootCause: 'client-chosen-identity', caughtBy: ['records'] },
  { id: 'child-by-id-alone', rootCause: 'client-chosen-identity', caughtBy: ['records'] },
  { id: 'logout-in-browser-only', rootCause: 'session-not-checked', caughtBy: ['sessions'] },
  { id: 'admin-by-hidden-link', rootCause: 'session-not-checked', caughtBy: ['roles'] },
  { id: 'list-cached-for-all', rootCause: 'shared-cache', caughtBy: ['caching'] },
  { id: 'chat-history-global', rootCause: 'shared-state', caughtBy: ['pages', 'chatbot'] },
  { id: 'error-quotes-row', rootCause: 'leaky-refusal', caughtBy: ['records'] },
] as const satisfies readonly ProductFault[];
