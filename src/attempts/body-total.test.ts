import { expect, test } from 'vitest';
import { countsOthers, toldTotalIn } from './body-total';

test.each([
  ['{"bookings":[{},{}],"total":21}', { entries: 2, total: 21 }],
  ['{"data":{"items":[{}],"totalCount":4}}', { entries: 1, total: 4 }],
  ['{"total":21}', undefined],
  ['[{"total":3}]', undefined],
  ['{"rows":[],"sum":3}', undefined],
  ['no json', undefined],
])('%s', (text, told) => {
  expect(toldTotalIn(text)).toEqual(told);
});

test.each([
  ['one total for two who own unlike many', { entries: 3, total: 21 }, { entries: 4, total: 21 }, true],
  ['everybody a total of its own', { entries: 3, total: 3 }, { entries: 4, total: 4 }, false],
  ['the first page of two long lists', { entries: 20, total: 41 }, { entries: 20, total: 41 }, false],
  ['as many of each, all shown', { entries: 3, total: 3 }, { entries: 3, total: 3 }, false],
])('%s', (_, own, other, counts) => {
  expect(countsOthers(own, other)).toBe(counts);
});
