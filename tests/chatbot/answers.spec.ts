import { expect, notUserA, test } from '../fixtures';

test(`the chatbot tells ${notUserA.join(', ')} nothing of user A`, async ({ all, userA }) => {
  await expect(await all(...notUserA)).toBeToldNothingOf(userA);
});

test('the chatbot tells user A nothing of user B', async ({ userA, userB }) => {
  await expect(userA).toBeToldNothingOf(userB);
});

test('the chatbot answers user A about her own records', async ({ userA }) => {
  await expect(userA).toBeToldOfItsOwn();
});
