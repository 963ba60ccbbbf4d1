import { expect, test } from '../fixtures';

test.use({ by: 'api' });

const crowd = ['userA', 'userB', 'wrongTenant'] as const;

test(`${crowd.join(', ')} read and ask the chatbot at the same moment, and each is shown only their own`, async ({
  all,
}) => {
  await expect(await all(...crowd)).toBeKeptApart();
});
