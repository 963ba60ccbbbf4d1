import { expect, test } from '../fixtures';

test('the chatbot answers user A about her own records', async ({ userA }) => {
  await expect(userA).toBeToldOfItsOwn();
});

for (const intruder of ['loggedOut', 'userB', 'wrongTenant'] as const) {
  test(`the chatbot tells ${intruder} nothing of user A`, async ({ as, userA }) => {
    await expect(await as(intruder)).toBeToldNothingOf(userA);
  });
}

test('the chatbot tells user A nothing of user B', async ({ userA, userB }) => {
  await expect(userA).toBeToldNothingOf(userB);
});
