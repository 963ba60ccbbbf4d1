import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';

/** What everybody pays is also what stands on the invoices. */
export const publicPriceLikeInvoice: Lookalike = {
  id: 'public-price-like-invoice',
  resembles: 'raw-rows-to-model',
  sentence: 'The pricing page shows the amounts that stand on customers’ invoices.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) =>
      page.name === 'pricing'
        ? `<section class="hl-wrap hl-section"><h2>What an invoice looks like</h2>
<table><tbody><tr><td>Evening keelboat sail</td><td>EUR 189.00</td><td>18900</td></tr>
<tr><td>Beginner sailing course</td><td>EUR 345.00</td><td>34500</td></tr>
<tr><td>Weekend berth</td><td>EUR 96.00</td><td>9600</td></tr></tbody></table></section>`
        : '',
    ),
  caughtBy: [],
  verdict: 'held',
};
