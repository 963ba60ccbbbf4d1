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

test(`the chatbot tells ${others.join(', ')} nothing of user A`, async ({ all, userA }) => {
  await expect(await all(...others)).toBeToldNothingOf(userA);
});

test('the chatbot tells user A nothing of user B', async ({ userA, userB }) => {
  await expect(userA).toBeToldNothingOf(userB);
});

test('the chatbot answers user A about her own records', async ({ userA }) => {
  await expect(userA).toBeToldOfItsOwn();
});
