import { believing } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** "The widget knows who is signed in, so let it tell us." */
export const customerIdFromBody: Fault = {
  id: 'customer-id-from-body',
  rootCause: 'client-chosen-identity',
  sentence: 'The chatbot reads the records of whichever customer_id the widget sends.',
  change: (parts) =>
    withChat(
      withFooterScript(
        parts,
        'window.harbourLane = { ...window.harbourLane, chatBody: (body, user) => (user ? { ...body, customer_id: user.id } : body) };',
      ),
      { whoseRecords: believing((body) => body['customer_id'], 'user_id::text = $1') },
    ),
  caughtBy: ['chatbot'],
};
