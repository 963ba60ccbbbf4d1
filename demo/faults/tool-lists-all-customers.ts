import { listCustomers } from '../chat/careless';
import { withTool } from '../chat/change';
import type { Fault } from '../fault';

/** The back office's tool ended up in everybody's conversation. */
export const toolListsAllCustomers: Fault = {
  id: 'tool-lists-all-customers',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them.',
  change: (parts) => withTool(parts, listCustomers),
  caughtBy: ['chatbot'],
};
