import { describe, expect, test } from 'vitest';
import { readBody, authCarried, headersToSend, idsInHeaders } from './carried';
import type { KnownIds } from './known-ids';
import { shapeOfAddress } from './shape';

const site = 'https://shop.example';
const invoice = '5f0c6c1e-5b7a-4c58-9a0e-6d1f2b8c4e71';
const user = 'a1b2c3d4-17e6-4f3c-b5d9-0c2e7f61a3d8';
const ids: KnownIds = new Map([
  [
    invoice,
    { owner: 'userA', kind: 'invoice', record: { owner: 'userA', kind: 'invoice', id: invoice, fields: {} } },
  ],
  [user, { owner: 'userA', kind: 'user' }],
  ['7', { owner: 'userA', kind: 'booking' }],
]);
const shape = (address: string) => shapeOfAddress(address, site, ids);

describe('the shape of an address', () => {
  test.each([
    [`/api/invoices/${invoice}/pdf`, '/api/invoices/{id}/pdf'],
    [
      `${site}/rest/v1/invoices?select=id,total&user_id=eq.${user}&order=issued`,
      '/rest/v1/invoices?select=…&user_id=eq.{user}&order=…',
    ],
    ['/api/bookings/7', '/api/bookings/{id}'],
    ['/api/bookings/8', '/api/bookings/{…}'],
    ['/api/people/anna@example.com', '/api/people/{…}'],
    ['/api/v2/search?q=anna', '/api/v2/search?q=…'],
    ['https://api.shop.example/me?_=1763928000000', 'https://api.shop.example/me'],
  ])('%s', (address, shown) => {
    expect(shape(address).shown).toBe(shown);
  });

  test('holds no value of a parameter, and names whose ids stand where', () => {
    const { shown, ids: carried } = shape(`/api/x/${invoice}?who=${user}&name=Anna`);
    expect(shown).not.toMatch(/Anna|5f0c|a1b2/);
    expect(carried).toEqual([
      { in: 'path', name: 'x', owner: 'userA', kind: 'invoice' },
      { in: 'query', name: 'who', owner: 'userA', kind: 'user' },
    ]);
  });

  test('a token that leads on through a list is a choice of its own; the number of a page is none', () => {
    const list = shape('/api/contracts').key;
    expect(shape('/api/contracts?cursor=eyJhZnRlciI6NTIwMCwib3duZXIiOjMxMX0').key).not.toBe(list);
    expect(shape('/api/contracts?page=2&after=2031-05-01T10:00:00Z&sort=created_at.desc').key).toBe(list);
  });

  test('what tries the same has one key: order, columns, pages and cache-busters do not count', () => {
    const read = shapeOfAddress('/rest/v1/invoices?select=*&user_id=eq.{user}', site, new Map());
    expect(shape(`/rest/v1/invoices?user_id=eq.${user}&select=id&order=a&limit=5&t=1763928000`).key).toBe(
      read.key,
    );
  });

  test('what chooses something else has another', () => {
    expect(shape('/api/data?table=bookings').key).not.toBe(shape('/api/data?table=invoices').key);
    expect(shape('/rest/v1/a?select=id,customers(name)').key).not.toBe(shape('/rest/v1/a?select=id').key);
  });

  test('is asked again without what is volatile', () => {
    expect(shape(`${site}/api/x?page=2&cb=99`).address).toBe('/api/x?page=2');
  });
});

describe('what a request carries', () => {
  test('how it says who asks', () => {
    expect(authCarried({ authorization: 'Bearer x', apikey: 'y' }, true)).toEqual([
      'bearer',
      'cookie',
      'api key',
    ]);
    expect(authCarried({ accept: '*/*' }, false)).toEqual(['none']);
  });

  test('nothing of the session is sent on; the profile and a claimed id are', () => {
    const headers = {
      authorization: 'Bearer x',
      'x-csrf-token': 'x',
      'x-session': 'x',
      cookie: 'x',
      'accept-profile': 'private',
      'x-user-id': user,
    };
    expect(headersToSend(headers)).toEqual({ 'accept-profile': 'private', 'x-user-id': user });
    expect(idsInHeaders(headers, ids)).toEqual([
      { in: 'header', name: 'x-user-id', owner: 'userA', kind: 'user' },
    ]);
  });

  test('ids in a body and in GraphQL variables', () => {
    const plain = readBody(JSON.stringify({ items: [{ id: invoice }] }), ids);
    expect(plain).toMatchObject({ ids: [{ in: 'body', name: 'items.id' }], isQuery: false });
    const query = readBody(JSON.stringify({ query: 'query Mine { a }', variables: { who: user } }), ids);
    expect(query).toMatchObject({ ids: [{ in: 'GraphQL variable', name: 'variables.who' }], isQuery: true });
    expect(readBody(JSON.stringify({ query: 'mutation M { a }' }), ids).isQuery).toBe(false);
    expect(readBody('no json', ids).ids).toEqual([]);
  });
});
