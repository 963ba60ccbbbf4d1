import { expect, test } from '../fixtures';

const strangers = ['userB', 'wrongTenant', 'loggedOut'] as const;

test(`${strangers.join(', ')} are shown nothing of user A on any page`, async ({ all, userA }) => {
  await expect(await all(...strangers)).toBeShownNothingOf(userA);
});

test('user A is shown nothing of user B on any page', async ({ userA, userB }) => {
  await expect(userA).toBeShownNothingOf(userB);
});
