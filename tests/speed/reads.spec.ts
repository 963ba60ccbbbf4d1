import { about, expect, test } from '../fixtures';

test.use({ by: 'api' });

test('95 of 100 of user A’s own reads are answered in time', about('reads'), async ({ userA, measure }) => {
  expect(await measure.readsOf(userA)).toBeMet();
});
