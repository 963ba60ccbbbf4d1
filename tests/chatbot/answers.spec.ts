import { expect, test } from '../fixtures';

const strangers = ['userB', 'wrongTenant', 'loggedOut'] as const;

test('the chatbot answers user A about her own records', async ({ userA }) => {
  await expect(userA).toBeToldOfItsOwn();
});

test(`the chatbot tells ${strangers.join(', ')} nothing of user A`, async ({ all, userA }) => {
  await expect(await all(...strangers)).toBeToldNothingOf(userA);
});

test('the chatbot tells user A nothing of user B', async ({ userA, userB }) => {
  await expect(userA).toBeToldNothingOf(userB);
});
