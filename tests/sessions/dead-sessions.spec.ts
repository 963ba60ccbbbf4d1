import { expect, kindsOfRecords, test } from '../fixtures';

for (const dead of ['expiredSession', 'forgedToken'] as const) {
  for (const kind of kindsOfRecords) {
    test(`${dead} is refused user A’s ${kind} at the API`, async ({ as, userA }) => {
      const record = await userA.api.own(kind);
      await expect(await as(dead)).toBeRefused(record);
    });
  }

  test(`${dead} is shown nothing of user A on any page, not even while loading`, async ({ as, userA }) => {
    await expect(await as(dead)).toBeShownNothingOf(userA);
  });

  test(`the chatbot tells ${dead} nothing of user A`, async ({ as, userA }) => {
    await expect(await as(dead)).toBeToldNothingOf(userA);
  });
}
