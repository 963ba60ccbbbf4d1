import { expect, test } from '../fixtures';

test('who sits down where user A has signed out, user B, is shown nothing of hers', async ({
  oneBrowser,
}) => {
  const { first, second } = await oneBrowser('userA', 'userB');
  await expect(second).toBeShownNothingLeftBy(first);
});
