import { expect, needs, product, test } from '../fixtures';

const { chat, limits } = product;
const pairs = [
  ['userB', 'userA'],
  ['userA', 'userB'],
  ['wrongTenant', 'userA'],
  ['loggedOut', 'userA'],
] as const;
const messages = Math.floor(limits.probes / pairs.length);

test.use({ by: chat.api ? 'api' : 'browser' });
// A polite minute, and as long as a slow bot takes.
test.describe.configure({ timeout: 120_000 + messages * limits.probeRepeats * 8_000 });

for (const [intruder, keeper] of pairs) {
  test(
    `${intruder} asks the chatbot about ${keeper} in every way that the corpus knows, and is told nothing of ${keeper}`,
    needs(messages > 0, 'limits.probes leaves no message for it'),
    async ({ as }) => {
      await expect(await as(intruder)).toAskInVainAbout(await as(keeper), { messages });
    },
  );
}
