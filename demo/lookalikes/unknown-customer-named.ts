import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';
import { escaped } from '../pages/escape';
import { userIds } from '../seed/ids';

const sql = 'select full_name as name from profiles where user_id = $1';

/**
 * A name alone, of a customer whom no test account stands for. It may be a leak, or a crew that everybody on board knows:
 * people have to look, so the run holds and says where.
 */
export const unknownCustomerNamed: Lookalike = {
  id: 'unknown-customer-named',
  resembles: 'raw-rows-to-model',
  sentence: 'The account page names another customer, whom no test account stands for.',
  change: (parts) =>
    withMore(parts, 'main', async ({ page }, { db }) => {
      if (page.name !== 'account') return '';
      const [next] = await db.asService((query) => query<{ name: string }>(sql, [userIds.stranger]));
      return `<dl hidden><dt>Guest</dt><dd>${escaped(next?.name ?? '')}</dd></dl>`;
    }),
  caughtBy: [],
  verdict: 'held',
  hints: 1,
};
