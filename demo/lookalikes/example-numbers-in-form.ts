import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';

/** What everybody's documentation shows; a signed-in page is the only one that has them. */
export const exampleNumbersInForm: Lookalike = {
  id: 'example-numbers-in-form',
  resembles: 'raw-rows-to-model',
  sentence:
    'The account page explains its forms with numbers of cards, accounts and ids that are kept for examples.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) =>
      page.name === 'account'
        ? `<form class="hl-wrap"><input aria-label="Card" placeholder="4242 4242 4242 4242">
<input aria-label="IBAN" placeholder="DE89 3704 0044 0532 0130 00"><input aria-label="SSN" placeholder="078-05-1120"></form>`
        : '',
    ),
  caughtBy: [],
  verdict: 'held',
};
