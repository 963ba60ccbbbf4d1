import { expect, needs, product, test } from '../fixtures';

test.use({ by: 'api' });

const mayWrite = needs(
  product.demo && product.writes.length > 0,
  'it takes writing, and nothing is written to an attached product',
);

for (const intruder of ['userB', 'wrongTenant', 'loggedOut'] as const) {
  test(
    `${intruder} can neither change, remove nor make records that are user A’s`,
    mayWrite,
    async ({ as, userA }) => {
      await expect(await as(intruder)).toChangeNothingOf(userA);
    },
  );
}
