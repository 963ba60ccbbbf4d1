import { expect, test } from '../fixtures';

for (const visitor of ['loggedOut', 'userA', 'admin'] as const) {
  test(`no secret is in anything that ${visitor} is shown`, async ({ as }) => {
    await expect(await as(visitor)).toBeShownNoSecret();
  });
}
