import type { Fault } from '../fault';
import { withScript } from '../pages/change';

const transcript = `export function transcriptOptions() {
  return { browserStorage: { key: 'deep-chat-storage' } };
}
`;

/** The widget's own memory, switched on: it belongs to the browser and not to a person. */
export const transcriptShownToNext: Fault = {
  id: 'transcript-shown-to-next',
  rootCause: 'shared-state',
  sentence: 'Who signs in next in the same browser is shown the chat of the one before.',
  change: (parts) => withScript(parts, 'transcript.js', transcript),
  caughtBy: ['browser'],
};
