import { chatSeenBy, expect, needs, product, test } from '../fixtures';

const { api } = product.chat;
const fields = api?.attach ?? api?.conversation;
const others = ['userB', 'wrongTenant', 'loggedOut'] as const;

// Without an endpoint in the config, user A's page shows how the chatbot is asked.
test.use({ by: api ? 'api' : 'browser' });

test(
  `${others.join(', ')} send the chatbot the ids of user A’s records and conversations, and are told nothing of them`,
  needs(!api || fields, 'the configuration names no field of the chatbot that takes an id'),
  async ({ byApi, userA }) => {
    const seen = await chatSeenBy(userA);
    await expect(await byApi(...others)).toBeToldNothingByIdOf(userA, seen);
  },
);
