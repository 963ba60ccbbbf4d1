import { expect, kindsOfRecords, kindsOfStaff, needs, product, test } from '../fixtures';

test.use({ by: 'api' });
// What the one writes into the profile, the other would take back.
test.describe.configure({ mode: 'default' });

const writable = needs(
  product.demo && product.signIn.editOwnData,
  'it takes writing into one’s own profile data, and nothing is written to an attached product',
);

test(
  'user B, who wrote into her own profile that she is an admin, is refused user A’s records',
  writable,
  async ({ selfPromoted, userA }) => {
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(selfPromoted).toBeRefused(record);
    }
  },
);

test(
  'user B, who wrote into her own profile that she is an admin, is refused what only the staff may see',
  writable,
  async ({ selfPromoted, admin }) => {
    for (const kind of kindsOfStaff) {
      const record = await admin.api.own(kind);
      await expect.soft(selfPromoted).toBeRefused(record);
    }
  },
);
