import { expect, test } from '../fixtures';

for (const intruder of ['userB', 'wrongTenant', 'loggedOut'] as const) {
  test(`${intruder} is shown nothing of user A on any page`, async ({ as, userA }) => {
    await expect(await as(intruder)).toBeShownNothingOf(userA);
  });
}

test('user A is shown nothing of user B on any page', async ({ userA, userB }) => {
  await expect(userA).toBeShownNothingOf(userB);
});
