import { expect, test } from 'vitest';
import { pick } from './catalogue';

const known = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test('picks in the order of the ids', () => {
  expect(pick(known, ['c', 'a'], 'fault')).toEqual([{ id: 'c' }, { id: 'a' }]);
});

test('an unknown id lists the valid ones', () => {
  expect(() => pick(known, ['a', 'x'], 'look-alike')).toThrow(
    /No such look-alike: x\. Valid are:\n {2}a\n {2}b\n {2}c/,
  );
});
