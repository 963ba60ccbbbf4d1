import { allCustomers } from '../chat/careless';
import type { Fault } from '../fault';
import { withMore } from '../pages/change';
import { escaped } from '../pages/escape';

function fieldOf(name: string, value: unknown): string {
  return `<span data-field="${escaped(name)}">${escaped(String(value))}</span>`;
}

function item(customer: object): string {
  const fields = Object.entries(customer).map(([name, value]) => fieldOf(name, value));
  return `<div role="listitem" class="w-dyn-item w-condition-invisible" hidden>${fields.join('')}</div>`;
}

/** A collection list with every field bound and "conditional visibility": hidden is not absent. */
export const templateIncludesFields: Fault = {
  id: 'template-includes-fields',
  rootCause: 'raw-rows-to-model',
  sentence: 'The home page’s HTML holds customers in a list that is only hidden.',
  change: (parts) =>
    withMore(parts, 'main', async ({ page }, { db }) => {
      if (page.name !== 'home') return '';
      const items = (await db.asService(allCustomers)).map(item);
      return `<div class="w-dyn-list"><div role="list" class="w-dyn-items">${items.join('\n')}</div></div>`;
    }),
  caughtBy: ['pages'],
};
