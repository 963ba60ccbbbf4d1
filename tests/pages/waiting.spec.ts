import { expect, test } from '../fixtures';

test('who asks the chatbot is soon shown that it answers, works on an answer or has failed', async ({
  loggedOut,
  measure,
}) => {
  expect(await measure.silenceOf(loggedOut)).toBeMet();
});
