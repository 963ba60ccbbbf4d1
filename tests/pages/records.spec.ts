import { expect, notUserA, test } from '../fixtures';

test(`${notUserA.join(', ')} are shown nothing of user A on any page, not even while loading`, async ({
  all,
  userA,
}) => {
  await expect(await all(...notUserA)).toBeShownNothingOf(userA);
});

test('user A is shown nothing of user B on any page', async ({ userA, userB }) => {
  await expect(userA).toBeShownNothingOf(userB);
});
