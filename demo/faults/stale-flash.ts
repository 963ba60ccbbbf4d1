import type { Fault } from '../fault';
import { swapped, withMore, withScript } from '../pages/change';
import { escaped } from '../pages/escape';

const sql = 'select full_name as name from profiles where user_id = $1';

const quickly = `function whileLoading() {
  setTimeout(() => document.querySelector('#warm-greeting')?.remove(), 150);`;

/** The shell of the account page is made once, with the first customer's name in it. */
export const staleFlash: Fault = {
  id: 'stale-flash',
  rootCause: 'shared-state',
  sentence: 'While the account is loading, the name of another customer is shown for 150 ms.',
  change: (parts) => {
    let firstUser: string | null = null;
    const { reader } = parts.records;
    const noting = {
      ...parts,
      records: {
        ...parts.records,
        reader: async (...args: Parameters<typeof reader>) => {
          const known = await reader(...args);
          firstUser ??= known?.userId ?? null;
          return known;
        },
      },
    };
    const greeting = withMore(noting, 'main', async ({ page }, { db }) => {
      if (page.name !== 'account' || firstUser === null) return '';
      const [known] = await db.asService((query) => query<{ name: string }>(sql, [firstUser]));
      return `<p class="hl-wrap hl-lead" id="warm-greeting">Welcome back, ${escaped(known?.name ?? '')}</p>`;
    });
    return withScript(greeting, 'memory.js', (source) =>
      swapped(source, 'function whileLoading() {', quickly),
    );
  },
  caughtBy: ['pages'],
};
