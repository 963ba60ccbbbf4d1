import type { Fault } from '../fault';
import { withPages } from '../pages/change';

/** A picture to click on, a field without a name, pale text, and an order of its own for the keyboard. */
const unnamed = `<div style="position:fixed;right:96px;bottom:24px;color:#e9e4da;background:#fffdf9">
<p style="margin:0">Chat with us</p><input tabindex="7" size="4"><img src="/favicon.ico" width="1" height="1"></div>
<button class="hl-chat-launcher" id="chat-launcher" type="button" tabindex="5" aria-expanded="maybe"></button>`;

export const inaccessibleWidget: Fault = {
  id: 'inaccessible-widget',
  rootCause: 'gates',
  sentence: 'The chat’s launcher has no name, its field no label, and its text no contrast.',
  change: (parts) => withPages(parts, { launcher: unnamed }),
  caughtBy: ['speed'],
};
