import { asksAbout, expect, product, test } from '../fixtures';

test.use({ by: product.chat.api ? 'api' : 'browser' });

for (const [next, keeper] of asksAbout.slice(0, 2)) {
  test(`${keeper} begins another chat, or hangs up, in the middle of an answer, and ${next}, who asks next, is shown nothing of it`, async ({
    as,
  }) => {
    await expect(await as(next)).toBeToldNothingBrokenOffBy(await as(keeper));
  });
}
