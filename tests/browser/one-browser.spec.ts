import { expect, needsToCome, test } from '../fixtures';

test('where user A has signed out, whoever comes, and user B who signs in, is shown nothing of hers; nor is who signs in over user B', async ({
  oneBrowser,
}) => {
  const userA = await oneBrowser('userA');
  const somebody = await userA.leavesTo('loggedOut');
  await expect.soft(somebody).toBeShownNothingLeftBy(userA);
  const userB = await somebody.leavesTo('userB');
  await expect.soft(userB).toBeShownNothingLeftBy(userA);
  const another = await userB.leavesTo('wrongTenant');
  await expect.soft(another).toBeShownNothingLeftBy(userB);
});

test(
  'where user A was cut off, on a phone and a slow line, and her session has run out, user B is shown nothing of hers',
  needsToCome('expiredSession'),
  async ({ oneBrowser }) => {
    const userA = await oneBrowser('userA', { device: 'Pixel 7', network: 'slow' });
    const somebody = await userA.leavesTo('expiredSession');
    await expect.soft(somebody).toBeShownNothingLeftBy(userA);
    const userB = await somebody.leavesTo('userB');
    await expect.soft(userB).toBeShownNothingLeftBy(userA);
  },
);
