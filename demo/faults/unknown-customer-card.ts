import type { Fault } from '../fault';
import { withMore } from '../pages/change';

/** The sample that the template was tried with, hidden and forgotten. */
export const unknownCustomerCard: Fault = {
  id: 'unknown-customer-card',
  rootCause: 'raw-rows-to-model',
  sentence: 'The account page’s HTML holds the payment card of a customer whom no test account stands for.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) =>
      page.name === 'account' ? '<p hidden>4539 1488 0343 6467</p>' : '',
    ),
  caughtBy: ['secrets'],
};
