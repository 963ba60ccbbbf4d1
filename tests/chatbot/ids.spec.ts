import { expect, needs, product, test } from '../fixtures';

test.use({ by: 'api' });

const { api } = product.chat;

for (const intruder of ['userB', 'wrongTenant', 'loggedOut'] as const) {
  test(
    `${intruder} sends the chatbot the ids of user A’s records and conversations, and is told nothing of them`,
    needs(
      api?.attach ?? api?.conversation,
      'the configuration names no field of the chatbot that takes an id',
    ),
    async ({ as, userA }) => {
      await expect(await as(intruder)).toBeToldNothingByIdOf(userA);
    },
  );
}
