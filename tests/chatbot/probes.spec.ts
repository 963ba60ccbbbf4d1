import { asksAbout, expect, needs, product, test } from '../fixtures';

const { chat, limits } = product;
const messages = Math.floor(limits.probes / asksAbout.length);

test.use({ by: chat.api ? 'api' : 'browser' });
// A polite minute, and as long as a slow bot takes.
test.describe.configure({ timeout: 120_000 + messages * limits.probeRepeats * 8_000 });

for (const [intruder, keeper] of asksAbout) {
  test(
    `${intruder} asks the chatbot about ${keeper} in every way that the corpus knows, and is told nothing of ${keeper}`,
    needs(messages > 0, 'limits.probes leaves no message for it'),
    async ({ as }) => {
      await expect(await as(intruder)).toAskInVainAbout(await as(keeper), { messages });
    },
  );
}
