import type { Fault } from '../fault';
import { withMore } from '../pages/change';

/** A field of the sailing licence that the page does not show. */
export const unknownCustomerNationalId: Fault = {
  id: 'unknown-customer-national-id',
  rootCause: 'raw-rows-to-model',
  sentence:
    'The account page’s HTML holds the social security number of a customer whom no test account stands for.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) => (page.name === 'account' ? '<p hidden>536-90-4399</p>' : '')),
  caughtBy: ['secrets'],
};
