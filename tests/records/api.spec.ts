import { expect, kindsOfRecords, test } from '../fixtures';

for (const intruder of ['userB', 'wrongTenant', 'loggedOut'] as const) {
  for (const kind of kindsOfRecords) {
    test(`${intruder} is refused user A’s ${kind} at the API`, async ({ as, userA }) => {
      const record = await userA.api.own(kind);
      await expect(await as(intruder)).toBeRefused(record);
    });
  }
}

for (const kind of kindsOfRecords) {
  test(`user A is refused user B’s and the other tenant’s ${kind} at the API`, async ({
    userA,
    userB,
    wrongTenant,
  }) => {
    await expect(userA).toBeRefused(await userB.api.own(kind));
    await expect(userA).toBeRefused(await wrongTenant.api.own(kind));
  });
}
