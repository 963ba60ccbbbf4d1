import { expect, test } from 'vitest';
import { createLately } from './lately';

test('what is asked for stays, what is not is forgotten, and there are never more than so many', () => {
  const { get, set } = createLately<number, string>(10);
  set(-1, 'asked for');
  set(-2, 'left alone');
  for (let key = 0; key < 1_000; key += 1) {
    set(key, `${key}`);
    expect(get(-1)).toBe('asked for');
  }
  expect(get(-2)).toBeUndefined();
  expect(get(999)).toBe('999');
  const kept = Array.from({ length: 1_000 }, (_, key) => get(key)).filter((value) => value !== undefined);
  expect(kept.length).toBeLessThanOrEqual(10);
});
