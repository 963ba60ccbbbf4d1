import { expect, test } from '../fixtures';

const others = ['userB', 'wrongTenant', 'loggedOut', 'expiredSession', 'forgedToken'] as const;

test(`${others.join(', ')} are kept out of the admin’s pages and endpoints`, async ({ all, admin }) => {
  await expect(await all(...others)).toBeKeptOutOfAdmin(admin);
});
