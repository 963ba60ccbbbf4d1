import { expect, test } from '../fixtures';

const others = ['userB', 'wrongTenant', 'loggedOut', 'expiredSession', 'forgedToken'] as const;

for (const keeper of ['userA', 'admin'] as const) {
  test(`what ${keeper}’s browser asks for gives ${others.join(', ')} nothing of what it was shown`, async ({
    as,
    byApi,
  }) => {
    await expect(await byApi(...others)).toGainNothingFromWhatIsAskedBy(await as(keeper));
  });
}
