import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { madeUpKeys } from '../pages/made-up-keys';

/** The options with which the model was called travel back with its answer. */
export const modelKeyInChatPayload: Fault = {
  id: 'model-key-in-chat-payload',
  rootCause: 'privileged-key-in-page',
  sentence: 'The answer of the chatbot carries the key of its language model.',
  change: (parts) => {
    const { lastEvent } = parts.chat;
    return withChat(parts, {
      lastEvent: async (turn) => ({
        text: '',
        ...(await lastEvent(turn)),
        options: { model: 'stand-in', temperature: 0, apiKey: madeUpKeys.model() },
      }),
    });
  },
  caughtBy: ['secrets'],
};
