import { about, expect, kindsOfRecords, needsToCome, test } from '../fixtures';

test.use({ by: 'api' });

for (const dead of ['expiredSession', 'forgedToken'] as const) {
  const details = { ...about('reads'), ...needsToCome(dead) };

  test(`${dead} is refused each of user A’s records at the API`, details, async ({ as, userA }) => {
    const visitor = await as(dead);
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(visitor).toBeRefused(record);
    }
  });
}
