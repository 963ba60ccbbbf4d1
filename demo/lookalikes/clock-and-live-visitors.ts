import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';

const live = `<p class="hl-wrap" aria-hidden="true"><span id="clock"></span>, <span id="visitors">12</span> people are looking at boats</p>
<script>setInterval(() => {
  document.querySelector('#clock').textContent = new Date().toLocaleTimeString('en-GB');
  document.querySelector('#visitors').textContent = String(8 + Math.floor(Math.random() * 9));
}, 250);</script>`;

/** A page that is never quiet, and shows nothing of anybody. */
export const clockAndLiveVisitors: Lookalike = {
  id: 'clock-and-live-visitors',
  resembles: 'shared-state',
  sentence: 'A clock and a number of visitors change four times a second.',
  change: (parts) => withMore(parts, 'footerCode', () => live),
  caughtBy: [],
  verdict: 'held',
};
