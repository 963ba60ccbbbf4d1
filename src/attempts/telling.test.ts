import { expect, test } from 'vitest';
import { createOracle } from '../oracle/oracle';
import { sameBytes } from '../same-bytes';
import type { Exhibit } from '../words';
import { tellingOf } from './telling';

const records = ['userA', 'userB'].map((owner, index) => ({
  owner,
  kind: 'invoice',
  fields: { number: `INV-88${index}1-2207` },
}));

const oracle = createOracle({ records, publicValues: [], key: 'test' });

const bodyOf = (text: string): Exhibit => ({
  channel: 'api-body',
  where: { part: 'body', url: 'https://shop.example/api' },
  at: 0,
  type: 'application/json',
  body: sameBytes([Buffer.from(text)]),
});
const head: Exhibit = {
  ...bodyOf(''),
  channel: 'api-headers',
  body: '200 OK\ncontent-type: application/json',
};

test('an answer that is the same for several is judged for each of them', () => {
  const exhibits = [head, bodyOf('{"number":"INV-8801-2207"}')];
  const telling = tellingOf(oracle, exhibits);
  expect(telling).toEqual([exhibits[1]]);
  const foundBy = (name: string) =>
    oracle.search(telling, { name, sees: [name] }, []).findings.map(({ owner }) => owner);
  expect([foundBy('userA'), foundBy('userB'), foundBy('userA'), foundBy('mobile')]).toEqual([
    [],
    ['userA'],
    [],
    ['userA'],
  ]);
});

test('what holds nothing of anybody is left out, and what holds something, is masked or could not be read is not', () => {
  const isTold = (exhibit: Exhibit) => tellingOf(oracle, [head, exhibit]).length > 0;
  expect(isTold(bodyOf('{"number":"INV-0000-1111"}'))).toBe(false);
  expect(isTold(bodyOf('{"number":"7022-1088-VNI"}'))).toBe(true);
  expect(isTold(bodyOf('{"number":"•••• 2207"}'))).toBe(true);
  expect(isTold({ ...head, channel: 'api-body', body: { unreadable: 'it was cut off' } })).toBe(true);
  expect(isTold({ ...bodyOf(''), body: Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 0, 1]) })).toBe(true);
});

test('parts of one channel are not looked at one by one', () => {
  const parts = [bodyOf('{"text":"INV-88"}'), bodyOf('{"text":"01-2207"}')];
  expect(tellingOf(oracle, parts)).toBe(parts);
});

test('the same bytes that are said to be something else are read anew', () => {
  const named = createOracle({
    records: [{ owner: 'userA', kind: 'profile', fields: { name: 'Jörg Übelhör-Öttinger' } }],
    publicValues: [],
    key: 'test',
  });
  const exhibit = { ...bodyOf(''), body: sameBytes([Buffer.from('Jörg Übelhör-Öttinger', 'latin1')]) };
  const as = (charset: string) => named.tells({ ...exhibit, type: `text/plain; charset=${charset}` });
  expect([as('koi8-r'), as('windows-1252'), as('koi8-r')]).toEqual([false, true, false]);
});
