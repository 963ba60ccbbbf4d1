import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';

/** Nobody: the name, the address and the number are kept for examples. */
export const demoPersonInDocs: Lookalike = {
  id: 'demo-person-in-docs',
  resembles: 'raw-rows-to-model',
  sentence: 'The pricing page explains a booking with a made-up person.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) =>
      page.name === 'pricing'
        ? `<section class="hl-wrap hl-section"><h2>A booking, for example</h2>
<p>Jane Doe (jane@example.com, +1 202 555 0143) books an evening sail for four guests and pays with the card 4242 4242 4242 4242.</p></section>`
        : '',
    ),
  caughtBy: [],
  verdict: 'held',
};
