import { expect, kindsOfRecords, test } from '../fixtures';

for (const dead of ['expiredSession', 'forgedToken'] as const) {
  test(`${dead} is refused each of user A’s records at the API`, async ({ as, userA }) => {
    const visitor = await as(dead);
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(visitor).toBeRefused(record);
    }
  });

  test(`${dead} is shown nothing of user A on any page, not even while loading`, async ({ as, userA }) => {
    await expect(await as(dead)).toBeShownNothingOf(userA);
  });

  test(`the chatbot tells ${dead} nothing of user A`, async ({ as, userA }) => {
    await expect(await as(dead)).toBeToldNothingOf(userA);
  });
}
