import type { Widget } from './widget';

/** deep-chat 2: an open shadow root without a launcher of its own; the send control turns into `stop` while streaming. */
export const deepChat = {
  name: 'deep-chat',
  root: 'deep-chat',
  composer: '#text-input',
  send: '.input-button[role="button"]',
  asides: '.error-message-text',
} as const satisfies Widget;
