import { expect, test } from '../fixtures';

const others = [
  'userB',
  'wrongTenant',
  'loggedOut',
  'expiredSession',
  'forgedToken',
  'mobile',
  'slowNetwork',
] as const;

test(`${others.join(', ')} are shown nothing of user A on any page, not even while loading`, async ({
  all,
  userA,
}) => {
  await expect(await all(...others)).toBeShownNothingOf(userA);
});

test('user A is shown nothing of user B on any page', async ({ userA, userB }) => {
  await expect(userA).toBeShownNothingOf(userB);
});
