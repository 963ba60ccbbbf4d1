import { expect, test } from '../fixtures';

const devices = ['mobile', 'slowNetwork'] as const;

test(`${devices.join(', ')} are shown nothing of user A on any page, not even while loading`, async ({
  all,
  userA,
}) => {
  await expect(await all(...devices)).toBeShownNothingOf(userA);
});

test(`the chatbot tells ${devices.join(', ')} nothing of user A`, async ({ all, userA }) => {
  await expect(await all(...devices)).toBeToldNothingOf(userA);
});
