import { expect, frozenCases, test } from '../fixtures';

// Whatever leaked once is tried again, with what it was found by: see tests/frozen.
for (const { kept, viewer, owner } of frozenCases) {
  test.describe(kept.file, () => {
    test.use({ by: kept.way === 'api' ? 'api' : 'browser' });

    test(`${viewer} is not told any more what is ${owner}’s`, async ({ as }) => {
      await expect(await as(viewer)).toAskInVainAgain(await as(owner), kept);
    });
  });
}
