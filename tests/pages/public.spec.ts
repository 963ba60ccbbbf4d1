import { expect, test } from '../fixtures';

test('the public pages show a logged-out visitor nobody’s records, hidden ones included', async ({
  loggedOut,
}) => {
  await expect(loggedOut).toBeShownNobodysRecords();
});
