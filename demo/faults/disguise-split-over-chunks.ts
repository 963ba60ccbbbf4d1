import { listCustomers } from '../chat/careless';
import { withChat, withTool } from '../chat/change';
import type { Fault } from '../fault';

export const disguiseSplitOverChunks: Fault = {
  id: 'disguise-split-over-chunks',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them two letters at a time.',
  change: (parts) => {
    const { outlet } = parts.chat;
    return withChat(withTool(parts, listCustomers), {
      outlet: (own, hearing) => {
        const out = outlet(own, hearing);
        return async (piece) => {
          for (const letters of piece.match(/.{1,2}/gsu) ?? []) await out(letters);
        };
      },
    });
  },
  caughtBy: ['chatbot'],
};
