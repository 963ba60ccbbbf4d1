import type { Lookalike } from '../fault';
import { withFooterScript, withPages } from '../pages/change';

/** The tag manager takes its time. */
export const lateWidget: Lookalike = {
  id: 'late-widget',
  resembles: 'gates',
  sentence: 'The chat’s launcher appears four seconds after the page.',
  change: (parts) =>
    withFooterScript(
      withPages(parts, { launcher: parts.pages.launcher.replace('<button ', '<button hidden ') }),
      "setTimeout(() => { document.querySelector('#chat-launcher').hidden = false; }, 4000);",
    ),
  caughtBy: [],
  verdict: 'held',
};
