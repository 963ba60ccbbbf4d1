import { asksAbout, expect, needs, product, test } from '../fixtures';

test.use({ by: 'api' });

for (const [intruder, keeper] of asksAbout) {
  test(
    `the chatbot tells ${intruder} nothing that ${keeper} told it, be it before or at the same moment`,
    needs(product.chat.api, 'the configuration names no endpoint of the chatbot'),
    async ({ as }) => {
      await expect(await as(intruder)).toBeToldNothingToldBy(await as(keeper));
    },
  );
}
