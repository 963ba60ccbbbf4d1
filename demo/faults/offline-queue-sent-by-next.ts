import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

const outbox = `const name = 'harbour-outbox';
const waiting = () => JSON.parse(localStorage.getItem(name) ?? '[]');
window.harbourLane = {
  chatBody: (body) => {
    if (!navigator.onLine) localStorage.setItem(name, JSON.stringify([...waiting(), body.messages.at(-1)]));
    return body;
  },
};
addEventListener('load', async () => {
  const key = Object.keys(localStorage).find((one) => /^sb-.+-auth-token$/.test(one));
  const messages = waiting();
  if (!key || messages.length === 0) return;
  const { access_token: token } = JSON.parse(localStorage.getItem(key));
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json' };
  const answer = await fetch('/api/chat', { method: 'POST', headers, body: JSON.stringify({ messages }) });
  if (answer.ok) localStorage.removeItem(name);
});`;

/** What could not be sent waits in the browser for whoever is signed in when it can. */
export const offlineQueueSentByNext: Fault = {
  id: 'offline-queue-sent-by-next',
  rootCause: 'shared-state',
  sentence: 'What a customer wrote while offline is sent in the name of whoever signs in next.',
  change: (parts) => withFooterScript(parts, outbox),
  caughtBy: ['browser'],
};
