import type { Lookalike } from '../fault';
import { withMore } from '../pages/change';
import { escaped } from '../pages/escape';

const sql = `select split_part(full_name, ' ', 1) as name from profiles order by full_name`;

const praise = [
  'Best evening of the summer.',
  'My fear of water is gone.',
  'The soup alone is worth the trip.',
] as const;

/** First names of people who agreed; some are also first names of customers. */
export const publicReviews: Lookalike = {
  id: 'public-reviews',
  resembles: 'raw-rows-to-model',
  sentence: 'The home page shows reviews signed with first names.',
  change: (parts) =>
    withMore(parts, 'main', async ({ page }, { db }) => {
      if (page.name !== 'home') return '';
      const names = await db.asService((query) => query<{ name: string }>(sql));
      const reviews = names.map(
        ({ name }, index) =>
          `<figure class="hl-card"><blockquote>${praise[index % praise.length] ?? ''}</blockquote><figcaption>${escaped(name)}</figcaption></figure>`,
      );
      return `<section class="hl-wrap hl-section"><h2>What guests say</h2><div class="hl-grid">${reviews.join('')}</div></section>`;
    }),
  caughtBy: [],
  verdict: 'held',
};
