import { about, expect, test, whoCanCome } from '../fixtures';

const others = whoCanCome('userB', 'wrongTenant', 'loggedOut', 'expiredSession', 'forgedToken');

for (const keeper of ['userA', 'admin'] as const) {
  test(
    `what ${keeper}’s browser asks for gives ${others.join(', ')} nothing of what it was shown`,
    keeper === 'admin' ? about('admin') : {},
    async ({ as, byApi }) => {
      await expect(await byApi(...others)).toGainNothingFromWhatIsAskedBy(await as(keeper));
    },
  );
}
