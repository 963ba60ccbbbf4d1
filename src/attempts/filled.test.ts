import { expect, test } from 'vitest';
import { filled, partsOf } from './filled';

test('an address that was filled in says its shape and its values, as they are written in it', () => {
  const path = filled('/things/{id}?of={user}', { id: 'a b', user: 'x/y' }, encodeURIComponent);
  expect(path).toBe('/things/a%20b?of=x%2Fy');
  expect(partsOf(path)).toEqual(['/things/{id}?of={user}', 'a%20b', 'x%2Fy']);
});

test('an address with more in it than it was filled with says all of it', () => {
  const path = filled('/things/{id}', { id: '7' }, encodeURIComponent);
  expect(partsOf(`${path}?name=somebody`)).toEqual(['/things/7?name=somebody']);
});

test('what is in no value stays as it is, and a shape without places says itself', () => {
  expect(filled('/things/{other}', { id: '7' }, encodeURIComponent)).toBe('/things/{other}');
  expect(partsOf('/things')).toEqual(['/things']);
});
