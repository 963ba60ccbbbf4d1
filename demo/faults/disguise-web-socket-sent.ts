import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

/** Nobody answers it: the page says it all the same. */
export const disguiseWebSocketSent: Fault = {
  id: 'disguise-web-socket-sent',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has the page send them over a web socket.',
  change: (parts) => {
    const listing = listingInThePage(
      parts,
      `const socket = new WebSocket(location.origin.replace('http', 'ws') + '/said');
  socket.onopen = () => socket.send(text);`,
    );
    return {
      ...listing,
      http: { ...listing.http, news: listing.http.news ?? (() => Promise.resolve('{}')) },
    };
  },
  caughtBy: ['chatbot'],
  shownIn: { channel: 'request', at: '/said' },
};
