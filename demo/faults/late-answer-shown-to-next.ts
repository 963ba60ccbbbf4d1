import { answeringSlowly } from '../chat/slowly';
import type { Fault } from '../fault';
import { swapped, withFooterScript, withScript } from '../pages/change';
import { leavingWithoutLoading } from '../pages/client-side';

const emptied = `document.title = home.title;
  widget = undefined;
  need('.hl-chat-body').replaceChildren();`;

const notice = `let answer = '';
window.harbourLane = {
  chatEvent: ({ text = '' }) => {
    answer += text;
    if (document.querySelector('deep-chat') === null)
      document.querySelector('#chat-launcher').title = 'Your answer is there: ' + answer;
  },
};`;

/** Signing out empties the chat, and what is still being answered goes to whoever looks. */
export const lateAnswerShownToNext: Fault = {
  id: 'late-answer-shown-to-next',
  rootCause: 'shared-state',
  sentence: 'An answer that arrives after signing out is shown to whoever is there then.',
  change: (parts) =>
    answeringSlowly(
      withFooterScript(
        withScript(
          parts,
          'leaving.js',
          swapped(leavingWithoutLoading, 'document.title = home.title;', emptied),
        ),
        notice,
      ),
      150,
    ),
  caughtBy: ['browser'],
};
