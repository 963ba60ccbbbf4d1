import { failsLoudly, tellingForeign } from '../records/talkative';
import type { Fault } from '../fault';

/** The development error page is on in production. */
export const stackTrace: Fault = {
  id: 'stack-trace',
  rootCause: 'leaky-refusal',
  sentence: 'An error answers with its stack and what was being worked on.',
  change: (parts) => ({
    ...parts,
    records: tellingForeign(parts.records, failsLoudly),
    http: { ...parts.http, explain: ({ name, message, stack }) => ({ error: name, message, stack }) },
  }),
  caughtBy: ['records'],
};
