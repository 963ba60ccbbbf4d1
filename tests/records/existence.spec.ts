import { about, expect, kindsOfRecords, product, test } from '../fixtures';

test.use({ by: 'api' });

/** Kinds that are read by their id. */
const kinds = kindsOfRecords.filter((kind) =>
  product.reads.some((read) => read.kind === kind && `${read.path}${read.body ?? ''}`.includes('{id}')),
);

for (const intruder of ['userB', 'wrongTenant', 'loggedOut'] as const) {
  test(
    `${intruder} cannot tell user A’s records from ones that do not exist, nor count them`,
    about('reads'),
    async ({ as, userA }) => {
      const visitor = await as(intruder);
      for (const kind of kinds) {
        const record = await userA.api.own(kind);
        await expect.soft(visitor).toLearnNothingAbout(record);
      }
    },
  );
}
