import { expect, kindsOfRecords, needs, needsNow, product, publishedKeys, test } from '../fixtures';

test.use({ by: 'api' });

test(
  'the publishable key, carried where a login belongs, opens none of user A’s records',
  needs(product.signIn.publishableKey, 'the sign-in recipe knows of no key that is in every page'),
  async ({ publishableKey, userA }) => {
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(publishableKey).toBeRefused(record);
    }
  },
);

test(
  'a token of user A’s that another project signed is refused each of her records',
  needs(product.otherProjectSession, 'the configuration gives no token of another project'),
  async ({ otherProject, userA }) => {
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(otherProject).toBeRefused(record);
    }
  },
);

test(
  'a token that is signed with the product’s public key as a secret is refused each of user A’s records',
  needs(product.signIn.keySet, 'the sign-in recipe does not say where public keys are published'),
  async ({ forgedToken, userA }) => {
    const keys = await publishedKeys(forgedToken.api, product);
    needsNow(keys.length > 0, 'the product publishes no public key that could be taken for a secret');
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(forgedToken).toBeRefusedWithPublishedKeys(record);
    }
  },
);
