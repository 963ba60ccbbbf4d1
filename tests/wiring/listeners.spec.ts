import { expect, test } from '../fixtures';

test('whatever a browser is shown is seen by the very listeners in use, in every channel', async ({
  checkListeners,
}) => {
  expect(await checkListeners()).toEqual([]);
});
