import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';

/** A person's own name, address and number, which the config does not know; but everybody may. */
export const skipperOnPublicPage: Lookalike = {
  id: 'skipper-on-public-page',
  resembles: 'raw-rows-to-model',
  sentence: 'The pricing page and the account page name the skipper to call, with email address and number.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) =>
      page.name === 'pricing' || page.name === 'account'
        ? `<section class="hl-wrap hl-section"><h2>Your skipper</h2>
<dl><dt>Contact person</dt><dd>Ilse Terhorst</dd></dl>
<p>Questions about a sail? Write to ilse.terhorst@kadewind.nl or call +31 6 2437 9150.</p></section>`
        : '',
    ),
  caughtBy: [],
  verdict: 'held',
};
