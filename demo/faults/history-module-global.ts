import { withChat } from '../chat/change';
import type { ModelMessage } from '../chat/model/protocol';
import type { Fault } from '../fault';

/** `const messages = []` at the top of the file: fine until two people ask at once. */
export const historyModuleGlobal: Fault = {
  id: 'history-module-global',
  rootCause: 'shared-state',
  sentence: 'Two customers who ask at the same moment share one conversation with the model.',
  change: (parts) => {
    const messages: ModelMessage[] = [];
    return withChat(parts, {
      workingMessages: () => {
        messages.length = 0;
        return messages;
      },
    });
  },
  caughtBy: ['chatbot'],
};
