import { customersLike } from '../chat/careless';
import { withTool } from '../chat/change';
import { oneText, textArgument } from '../chat/tools/tool';
import type { Fault } from '../fault';

/** So that regulars are greeted properly. */
export const nameLookupTool: Fault = {
  id: 'name-lookup-tool',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked whether it knows somebody, the chatbot tells everything about that person.',
  change: (parts) =>
    withTool(parts, {
      name: 'find_customer',
      description: 'Finds a customer by name or email address.',
      parameters: oneText('name', 'A name or an email address.'),
      offeredTo: 'everybody',
      run: (args, { demo }) => demo.db.asService((query) => customersLike(query, textArgument(args, 'name'))),
    }),
  caughtBy: ['chatbot'],
};
