import { about, expect, kindsOfRecords, test } from '../fixtures';

test.use({ by: 'api' });

for (const intruder of ['mobile', 'slowNetwork'] as const) {
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
