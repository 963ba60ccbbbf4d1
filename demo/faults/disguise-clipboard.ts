import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

/** Whether the browser lets the page write there or not: it handed the list over. */
export const disguiseClipboard: Fault = {
  id: 'disguise-clipboard',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot copies them to the clipboard.',
  change: (parts) => listingInThePage(parts, 'navigator.clipboard.writeText(text).catch(() => undefined);'),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'clipboard', at: 'written' },
};
