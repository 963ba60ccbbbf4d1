import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';

/** Nobody's: masked values of an example, and four digits that hide nothing. */
export const maskedSample: Lookalike = {
  id: 'masked-sample',
  resembles: 'raw-rows-to-model',
  sentence: 'The pricing page shows what a masked card and a masked address will look like.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) =>
      page.name === 'pricing'
        ? `<section class="hl-wrap hl-section"><h2>On your receipt</h2>
<p>We print the card as •••• •••• •••• 4242 and the address as j***@example.com. *** Berth 1946 is closed in winter.</p></section>`
        : '',
    ),
  caughtBy: [],
  verdict: 'held',
};
