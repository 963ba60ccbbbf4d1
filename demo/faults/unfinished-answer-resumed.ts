import { withChat } from '../chat/change';
import { answeringSlowly } from '../chat/slowly';
import type { Fault } from '../fault';
import { withFooterScript, withRoutes } from '../pages/change';

const resuming = `const name = 'harbour-unfinished';
window.harbourLane = {
  chatBody: (body) => {
    if (navigator.onLine && body.conversation_id) localStorage.setItem(name, body.conversation_id);
    return body;
  },
  chatEvent: ({ done }) => {
    if (done) localStorage.removeItem(name);
  },
};
addEventListener('load', async () => {
  const id = localStorage.getItem(name);
  if (id === null) return;
  const { text } = await (await fetch('/api/chat/unfinished/' + id)).json();
  const line = document.createElement('p');
  line.textContent = 'You were asking: ' + text;
  document.querySelector('#main').append(line);
});`;

/** A broken line is mended: with what was being said to whoever was there when it broke. */
export const unfinishedAnswerResumed: Fault = {
  id: 'unfinished-answer-resumed',
  rootCause: 'shared-state',
  sentence: 'An answer that was cut off goes on for whoever opens the site next in the same browser.',
  change: (parts) => {
    const unfinished = new Map<string, string>();
    const { event } = parts.chat;
    const keeping = withChat(parts, {
      event: (text, turn) => {
        const id = turn.body.conversation_id ?? '';
        unfinished.set(id, `${unfinished.get(id) ?? ''}${text}`);
        return event(text, turn);
      },
      lastEvent: (turn) => {
        unfinished.set(turn.body.conversation_id ?? '', '');
        return Promise.resolve({ text: '', done: true });
      },
    });
    const serving = withRoutes(keeping, (app) => {
      app.get('/api/chat/unfinished/:id', (c) =>
        c.json({ text: unfinished.get(c.req.param('id')) ?? '' }, 200, { 'cache-control': 'no-store' }),
      );
    });
    return withFooterScript(answeringSlowly(serving, 150), resuming);
  },
  caughtBy: ['browser'],
};
