import { about, expect, needs, product, test } from '../fixtures';

test.use({ by: 'api' });

const intruders = ['userB', 'loggedOut'] as const;

test(
  `the drafts of the site, at addresses of their own, show ${intruders.join(' and ')} nothing of user A`,
  {
    ...about('reads'),
    ...needs(product.previews.length > 0, 'the configuration names no address of drafts (previews)'),
  },
  async ({ all, userA }) => {
    await expect(await all(...intruders)).toBeShownNothingInDraftsOf(userA);
  },
);
