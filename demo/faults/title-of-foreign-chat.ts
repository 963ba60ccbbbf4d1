import type { DemoContext } from '../context';
import type { Fault } from '../fault';
import { withMore, withPages } from '../pages/change';
import { escaped } from '../pages/escape';
import { userIds } from '../seed/ids';

const sql = `select distinct on (user_id) text from chat_messages
  where author = 'customer' and user_id = any ($1::uuid[]) order by user_id, created_at`;

async function popular({ db }: DemoContext): Promise<readonly string[]> {
  const rows = await db.asService((query) => query<{ text: string }>(sql, [[userIds.userA, userIds.userB]]));
  return rows.map(({ text }) => text);
}

/** "What others ask", taken from what others asked. */
export const titleOfForeignChat: Fault = {
  id: 'title-of-foreign-chat',
  rootCause: 'shared-state',
  sentence: 'The account page’s title and suggestions are messages of other customers.',
  change: (parts) => {
    const { title } = parts.pages;
    const suggesting = withMore(parts, 'main', async ({ page }, demo) => {
      if (page.name !== 'account') return '';
      const options = (await popular(demo)).map((text) => `<option value="${escaped(text)}"></option>`);
      return `<datalist id="suggestions">${options.join('')}</datalist>`;
    });
    return withPages(suggesting, {
      title: async (visit, demo) =>
        visit.page.name === 'account' ? (await popular(demo)).join(' · ') : title(visit, demo),
    });
  },
  caughtBy: ['pages'],
};
