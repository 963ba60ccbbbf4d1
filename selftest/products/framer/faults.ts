import type { ProductFault } from '../fault';

/** What this site can be started with. */
export const faults = [
  { id: 'orders-without-rules', rootCause: 'missing-row-rules', caughtBy: ['records'] },
  { id: 'profiles-for-every-login', rootCause: 'broad-policy', caughtBy: ['records'] },
  { id: 'filter-is-the-rule', rootCause: 'broad-policy', caughtBy: ['records'] },
  { id: 'ticket-is-enough', rootCause: 'client-chosen-identity', caughtBy: ['records'] },
  { id: 'signature-ignored', rootCause: 'session-not-checked', caughtBy: ['sessions'] },
  { id: 'prompt-comes-along', rootCause: 'raw-rows-to-model', caughtBy: ['chatbot'] },
  { id: 'memory-of-the-function', rootCause: 'shared-state', caughtBy: ['chatbot'] },
  // Others who ask meanwhile would be told it, and would not know why.
  {
    id: 'unclaimed-answer-to-next',
    rootCause: 'shared-state',
    caughtBy: ['chatbot'],
    only: 'in the middle of an answer',
  },
  { id: 'key-in-component', rootCause: 'privileged-key-in-page', caughtBy: ['secrets'] },
  { id: 'phone-copy-prefilled', rootCause: 'shared-state', caughtBy: ['browser'] },
  { id: 'thread-outlives-sign-out', rootCause: 'shared-state', caughtBy: ['browser'] },
] as const satisfies readonly ProductFault[];
