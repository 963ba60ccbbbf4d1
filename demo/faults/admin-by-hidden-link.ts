import { customers } from '../records/customers';
import type { Fault } from '../fault';
import { withMore } from '../pages/change';
import { escaped } from '../pages/escape';

function cells(customer: object): string {
  return Object.values(customer)
    .map((value) => `<td>${escaped(typeof value === 'string' ? value : JSON.stringify(value))}</td>`)
    .join('');
}

/** No link leads there, so nobody will find it. */
export const adminByHiddenLink: Fault = {
  id: 'admin-by-hidden-link',
  rootCause: 'session-not-checked',
  sentence: 'Whoever knows the address of the admin page is shown all customers.',
  change: (parts) =>
    withMore(parts, 'main', async ({ page }, { db }) => {
      if (page.name !== 'admin') return '';
      const rows = (await db.asService(customers)).map((customer) => `<tr>${cells(customer)}</tr>`);
      return `<section class="hl-wrap hl-section"><table><tbody>${rows.join('\n')}</tbody></table></section>`;
    }),
  caughtBy: ['roles'],
};
