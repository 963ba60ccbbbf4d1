import { continuingAny } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { swapped, withScript } from '../pages/change';

const noting = `sessionStorage.setItem(key, id);
  localStorage.setItem('harbour-first', localStorage.getItem('harbour-first') ?? id);`;

/** What is called new is the oldest that the browser knows. */
export const newChatResumesFirst: Fault = {
  id: 'new-chat-resumes-first',
  rootCause: 'shared-state',
  sentence: 'The button for a new chat goes on in the first conversation that the browser ever had.',
  change: (parts) =>
    withChat(
      withScript(parts, 'conversation.js', (source) =>
        swapped(
          swapped(source, 'sessionStorage.setItem(key, id);', noting),
          'keyOf(userId), crypto.randomUUID()',
          "keyOf(userId), localStorage.getItem('harbour-first') ?? crypto.randomUUID()",
        ),
      ),
      { memory: continuingAny(parts.chat.memory) },
    ),
  caughtBy: ['browser'],
};
