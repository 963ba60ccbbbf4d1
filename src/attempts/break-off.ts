import type { HangUp } from '../product/exchange';
import { switchChat } from '../visit/switch-chat';
import type { Visitor } from '../visit/visitor';
import { requestTo, type Way } from './conversation';
import { sendAs } from './send-as';

/**
 * Asks the bot, and stops listening before the answer is over: at the endpoint by hanging up, in the page by beginning
 * another chat.
 *
 * @returns why there was no answer to break off, or `undefined`
 */
export function breakOff(
  visitor: Visitor,
  way: Way,
  text: string,
  hangUp: HangUp,
): Promise<string | undefined> {
  return way === 'page' ? switchChat(visitor, text) : hangUpOn(visitor, text, hangUp);
}

async function hangUpOn(visitor: Visitor, text: string, hangUp: HangUp): Promise<string | undefined> {
  const { product, politeness } = visitor.stage;
  if (!product.chat.api) return 'the chatbot has no endpoint in product.config.ts (chat.api)';
  visitor.said.push(text);
  politeness.countChatMessage();
  const request = requestTo(product.chat.api, { what: 'breaking off', text, streamed: true });
  const { outcome } = await sendAs(visitor, { ...request, hangUp });
  if (outcome.failed !== undefined) return outcome.failed === 'hung-up' ? undefined : outcome.detail;
  return outcome.status < 300 ? undefined : `the chatbot answered ${outcome.status}`;
}
