import type { Fault } from '../fault';
import { withMore } from '../pages/change';
import { escaped } from '../pages/escape';
import { userIds } from '../seed/ids';

const sql =
  'select full_name as name, email from profiles where user_id = any ($1::uuid[]) order by full_name';

/** The mobile menu was exported while somebody was signed in. */
export const mobileMenuPrefilled: Fault = {
  id: 'mobile-menu-prefilled',
  rootCause: 'shared-state',
  sentence: 'The menu that mobile devices get holds the names and addresses of two customers.',
  change: (parts) =>
    withMore(parts, 'menu', async ({ request }, { db }) => {
      if (!/Mobile|Android/u.test(request.headers.get('user-agent') ?? '')) return '';
      const people = await db.asService((query) =>
        query<{ name: string; email: string }>(sql, [[userIds.userA, userIds.userB]]),
      );
      return people
        .map(({ name, email }) => `<p class="hl-switch">Go on as ${escaped(name)} (${escaped(email)})</p>`)
        .join('\n');
    }),
  caughtBy: ['pages'],
};
