import { expect, kindsOfRecords, test } from '../fixtures';

for (const intruder of ['mobile', 'slowNetwork'] as const) {
  test(`${intruder} is shown nothing of user A on any page, not even while loading`, async ({
    as,
    userA,
  }) => {
    await expect(await as(intruder)).toBeShownNothingOf(userA);
  });

  test(`the chatbot tells ${intruder} nothing of user A`, async ({ as, userA }) => {
    await expect(await as(intruder)).toBeToldNothingOf(userA);
  });

  test(`${intruder} is refused user A’s records at the API`, async ({ as, userA }) => {
    const visitor = await as(intruder);
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(visitor).toBeRefused(record);
    }
  });
}
