import { listingInThePage } from '../chat/disguise';
import { allCustomers } from '../chat/careless';
import type { Fault } from '../fault';

/** The page opens the socket and throws away what it is told. */
export const disguiseWebSocket: Fault = {
  id: 'disguise-web-socket',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot pushes them over a web socket that nobody reads.',
  change: (parts) => {
    const listing = listingInThePage(
      parts,
      `new WebSocket(location.origin.replace('http', 'ws') + '/news');`,
    );
    const news = async ({ db }: Parameters<NonNullable<typeof parts.http.news>>[0]) =>
      JSON.stringify(await db.asService(allCustomers));
    return { ...listing, http: { ...listing.http, news } };
  },
  caughtBy: ['chatbot'],
  shownIn: { channel: 'web-socket' },
};
