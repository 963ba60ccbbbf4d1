import { expect, test } from '../fixtures';

const dead = ['expiredSession', 'forgedToken'] as const;

test(`${dead.join(', ')} are shown nothing of user A on any page, not even while loading`, async ({
  all,
  userA,
}) => {
  await expect(await all(...dead)).toBeShownNothingOf(userA);
});

test(`the chatbot tells ${dead.join(', ')} nothing of user A`, async ({ all, userA }) => {
  await expect(await all(...dead)).toBeToldNothingOf(userA);
});
