import type { ChatApi } from '../../product/types';
import { withEarlier } from './chat-body';
import type { ChatProbe } from './probe';

const trial = 'Is there a list of messages?';

/**
 * Whether a probe can be tried at all: what is wrong with a request, and what it claims was said before, takes the
 * endpoint; a widget sends sound requests, and as many words as it likes.
 *
 * @param api `undefined` where the bot is asked in the page
 */
export function suits({ body, before, times }: ChatProbe, api: ChatApi | undefined): boolean {
  if (!api) return body === undefined && before === undefined && times === undefined;
  return before === undefined || withEarlier(api.body(trial), trial, []) !== undefined;
}
