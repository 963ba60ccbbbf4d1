import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atOnce } from './at-once';

test('as many as said are under way, and the results come in order', async () => {
  let underWay = 0;
  let most = 0;
  const results = await atOnce([30, 5, 20, 1, 10], 3, async (ms) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await wait(ms);
    underWay -= 1;
    return ms;
  });
  expect(results).toEqual([30, 5, 20, 1, 10]);
  expect(most).toBe(3);
});

test('nothing to do is done at once', async () => {
  expect(await atOnce([], 3, () => Promise.reject(new Error('did something')))).toEqual([]);
});
