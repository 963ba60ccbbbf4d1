import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { swapped, withScript } from '../pages/change';

/** Longer than anybody waits; the demo stops all the same. */
const tooLongMs = 15 * 60_000;

export const chatHangs: Fault = {
  id: 'chat-hangs',
  rootCause: 'gates',
  sentence: 'The chatbot never answers, and the widget shows neither that it waits nor that it failed.',
  change: (parts) =>
    withChat(
      withScript(parts, 'chat.js', (source) =>
        // Without its bubble, the widget would show in the send button that it waits.
        swapped(
          source,
          'displayLoadingBubble: true',
          "displayLoadingBubble: false, auxiliaryStyle: '.loading-submit-button { display: none }'",
        ),
      ),
      { begin: () => new Promise((resolve) => setTimeout(resolve, tooLongMs).unref()) },
    ),
  caughtBy: ['pages'],
};
