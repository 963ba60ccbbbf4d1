import { believing } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

function emailOf(user: unknown): unknown {
  return typeof user === 'object' && user !== null && 'email' in user ? user.email : undefined;
}

/** The widget vendor's guide says to sign the identity on the server. Nobody read on. */
export const widgetIdentityUnsigned: Fault = {
  id: 'widget-identity-unsigned',
  rootCause: 'client-chosen-identity',
  sentence: 'The widget tells the chatbot the email address of its user, and nothing proves it.',
  change: (parts) =>
    withChat(
      withFooterScript(
        parts,
        'window.harbourLane = { ...window.harbourLane, chatBody: (body, user) => (user ? { ...body, user: { id: user.id, email: user.email } } : body) };',
      ),
      { whoseRecords: believing((body) => emailOf(body['user']), 'email = $1') },
    ),
  caughtBy: ['chatbot'],
};
