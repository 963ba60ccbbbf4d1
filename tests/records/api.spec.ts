import { about, expect, kindsOfRecords, test } from '../fixtures';

test.use({ by: 'api' });

for (const intruder of ['userB', 'wrongTenant', 'loggedOut'] as const) {
  test(
    `${intruder} is refused each of user A’s records at the API`,
    about('reads'),
    async ({ as, userA }) => {
      const visitor = await as(intruder);
      for (const kind of kindsOfRecords) {
        const record = await userA.api.own(kind);
        await expect.soft(visitor).toBeRefused(record);
      }
    },
  );
}

for (const keeper of ['userB', 'wrongTenant'] as const) {
  test(`user A is refused each of ${keeper}’s records at the API`, about('reads'), async ({ as, userA }) => {
    const owner = await as(keeper);
    for (const kind of kindsOfRecords) {
      const record = await owner.api.own(kind);
      await expect.soft(userA).toBeRefused(record);
    }
  });
}
