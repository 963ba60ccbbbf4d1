import type { Lookalike } from '../fault';
import { swapped, withFooterScript, withPages } from '../pages/change';

/** The tag manager takes its time. */
export const lateWidget: Lookalike = {
  id: 'late-widget',
  resembles: 'gates',
  sentence: 'The chat’s launcher appears four seconds after the page.',
  change: (parts) =>
    withFooterScript(
      withPages(parts, { launcher: swapped(parts.pages.launcher, '<button ', '<button hidden ') }),
      "setTimeout(() => { document.querySelector('#chat-launcher').hidden = false; }, 4000);",
    ),
  caughtBy: [],
  verdict: 'held',
};
