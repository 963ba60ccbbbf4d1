import { about, expect, test, whoCanCome } from '../fixtures';

const others = whoCanCome('userB', 'wrongTenant', 'loggedOut', 'expiredSession', 'forgedToken');

test(
  `${others.join(', ')} are kept out of the admin’s pages and endpoints`,
  about('admin'),
  async ({ all, admin }) => {
    await expect(await all(...others)).toBeKeptOutOfAdmin(admin);
  },
);
