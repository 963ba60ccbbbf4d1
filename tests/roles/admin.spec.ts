import { expect, test } from '../fixtures';

for (const intruder of ['userB', 'wrongTenant', 'loggedOut', 'expiredSession', 'forgedToken'] as const) {
  test(`${intruder} is kept out of the admin’s pages and endpoints`, async ({ as, admin }) => {
    await expect(await as(intruder)).toBeKeptOutOfAdmin(admin);
  });
}
