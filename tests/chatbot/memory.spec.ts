import { asksAbout, expect, product, test } from '../fixtures';

// In the page each turn takes seconds: there, two customers are asked about each other, and nobody else.
const isAskedAtApi = Boolean(product.chat.api);
const asking = isAskedAtApi ? asksAbout : asksAbout.slice(0, 2);

test.use({ by: isAskedAtApi ? 'api' : 'browser' });
if (!isAskedAtApi) test.describe.configure({ timeout: 300_000 });

for (const [intruder, keeper] of asking) {
  test(`the chatbot tells ${intruder} nothing that ${keeper} told it, be it before or at the same moment`, async ({
    as,
  }) => {
    await expect(await as(intruder)).toBeToldNothingToldBy(await as(keeper));
  });
}
