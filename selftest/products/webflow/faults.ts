import type { ProductFault } from '../fault';

/** What this site can be started with. */
export const faults = [
  { id: 'metadata-names-asker', rootCause: 'client-chosen-identity', caughtBy: ['chatbot'] },
  { id: 'session-id-is-enough', rootCause: 'client-chosen-identity', caughtBy: ['chatbot'] },
  { id: 'session-id-survives', rootCause: 'shared-state', caughtBy: ['browser'] },
  { id: 'token-half-compared', rootCause: 'session-not-checked', caughtBy: ['sessions'] },
  { id: 'workflow-returns-items', rootCause: 'raw-rows-to-model', caughtBy: ['chatbot'] },
  { id: 'key-in-embed', rootCause: 'privileged-key-in-page', caughtBy: ['secrets'] },
] as const satisfies readonly ProductFault[];
