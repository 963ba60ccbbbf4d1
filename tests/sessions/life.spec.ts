import { expect, kindsOfRecords, needs, product, test } from '../fixtures';

test.use({ by: 'api' });

const { signOut, refresh } = product.signIn;

test(
  'when user A has signed out, whoever kept her token is refused her records',
  needs(
    signOut?.ends === 'at once',
    'signing out ends the refresh only: an access token is good until it runs out',
  ),
  async ({ signedOut, userA }) => {
    await expect(signedOut).toBeSignedOutOf(userA);
  },
);

test(
  'a refresh token of user A’s that was signed out, or used before, opens no new session',
  needs(signOut && refresh, 'the sign-in recipe does not say how to sign out and how to refresh'),
  async ({ signedOut }) => {
    await expect(signedOut).toGetNoNewSession();
  },
);

test(
  'a token of user A’s that was signed for another service is refused each of her records',
  needs(product.otherAudienceSession, 'the configuration gives no token of another service'),
  async ({ otherAudience, userA }) => {
    for (const kind of kindsOfRecords) {
      const record = await userA.api.own(kind);
      await expect.soft(otherAudience).toBeRefused(record);
    }
  },
);
