import type { Fault } from '../fault';
import { withMore } from '../pages/change';

/** Refunds were tried with somebody’s own account. */
export const unknownCustomerBankAccount: Fault = {
  id: 'unknown-customer-bank-account',
  rootCause: 'raw-rows-to-model',
  sentence: 'The account page’s HTML holds the bank account of a customer whom no test account stands for.',
  change: (parts) =>
    withMore(parts, 'main', ({ page }) =>
      page.name === 'account' ? '<p hidden>DE02 1203 0000 0000 2020 51</p>' : '',
    ),
  caughtBy: ['secrets'],
};
