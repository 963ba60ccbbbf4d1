import { about, expect, product, test } from '../fixtures';

test.use({ by: product.chat.api ? 'api' : 'browser' });

for (const intruder of ['userB', 'wrongTenant', 'loggedOut'] as const) {
  test(`${intruder} gets no cached answer of user A’s`, about('reads'), async ({ as, userA }) => {
    await expect(await as(intruder)).toGetNoCachedAnswerOf(userA);
  });

  test(`${intruder} asks the chatbot what user A just asked, and is not told user A’s answer`, async ({
    as,
    userA,
  }) => {
    await expect(await as(intruder)).toGetNoAnswerMeantFor(userA);
  });
}

test('user A asks the chatbot what user B just asked, and is not told user B’s answer', async ({
  userA,
  userB,
}) => {
  await expect(userA).toGetNoAnswerMeantFor(userB);
});
