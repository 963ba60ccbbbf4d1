import { expect, test } from 'vitest';
import { neighboursOf } from './neighbours';

test.each<[string, readonly string[]]>([
  ['1001', ['1002', '1000', '1003', '0999']],
  ['conv-9', ['conv-10', 'conv-8', 'conv-11', 'conv-7']],
  ['0', ['1', '2']],
  [
    '00000000-0000-4000-8000-000000001001',
    [1002, 1000, 1003, 999].map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  ],
  ['a10472b1-233c-4e1e-86cd-1ee9cf7daca8', []],
  ['4dfc5e16-58be-4aca-b52e-483920174625', []],
  ['thread', []],
])('beside %s', (id, beside) => {
  expect(neighboursOf(id)).toEqual(beside);
});
