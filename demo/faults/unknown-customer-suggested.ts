import type { Fault } from '../fault';
import { withMore } from '../pages/change';
import { escaped } from '../pages/escape';
import { userIds } from '../seed/ids';

interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const sql = 'select full_name as name, email, phone from profiles where user_id = $1';

/** A customer whom no test account stands for: only what such values look like gives it away. */
export const unknownCustomerSuggested: Fault = {
  id: 'unknown-customer-suggested',
  rootCause: 'raw-rows-to-model',
  sentence: 'The account page suggests another customer’s email address and telephone number to book with.',
  change: (parts) =>
    withMore(parts, 'main', async ({ page }, { db }) => {
      if (page.name !== 'account') return '';
      const contacts = await db.asService((query) => query<Contact>(sql, [userIds.stranger]));
      const options = contacts.map(
        ({ name, email, phone }) =>
          `<option value="${escaped(email)}" label="${escaped(name)}, ${escaped(phone)}"></option>`,
      );
      return `<datalist id="hl-contacts">${options.join('')}</datalist>`;
    }),
  caughtBy: ['secrets'],
};
