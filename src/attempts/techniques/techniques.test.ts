import { expect, test } from 'vitest';
import { claimIdentity } from './claim-identity';
import { duplicateParameter } from './duplicate-parameter';
import { dropFilter } from './drop-filter';
import { graphql } from './graphql';
import { idShapes } from './id-shapes';
import { mixedParent } from './mixed-parent';
import { replay } from './replay';
import { isList, namesNothing } from './takes';
import type { Subject } from './technique';
import { probeOf, triesOf } from './tries-of';
import { widenRows } from './widen-rows';

const subject = (path: string, rows = false): Subject => ({
  read: { name: 'invoice', kind: 'invoice', path, rows },
  record: { owner: 'userA', kind: 'invoice', id: 'i 1', fields: {} },
  user: 'u1',
});
const paths = (tries: Iterable<{ request: { path: string } }>) =>
  [...tries].map(({ request }) => request.path);

test('replay keeps the identifiers of the owner', () => {
  expect(paths(replay.tries(subject('/invoices/{id}?of={user}')))).toEqual(['/invoices/i%201?of=u1']);
});

test('identifiers are filled into a body as JSON has them, and a read by a body is no list', () => {
  const read = {
    name: 'q',
    kind: 'invoice',
    path: '/graphql',
    method: 'POST',
    body: '{"v":{"id":"{id}"}}',
  } as const;
  const quoted = { ...subject(''), read, record: { ...subject('').record, id: 'i "1"' } };
  const [tried] = replay.tries(quoted);
  expect(tried?.request.body).toBe('{"v":{"id":"i \\"1\\""}}');
  expect(tried?.absent?.body).not.toBe(tried?.request.body);
  expect([...claimIdentity.tries(quoted)]).toEqual([]);
  expect([isList(read), isList({ path: '/invoices' })]).toEqual([false, true]);
});

test('replay leaves out what it has no identifier for', () => {
  expect(paths(replay.tries({ ...subject('/invoices?of={user}'), user: undefined }))).toEqual([]);
});

test('a filter is dropped, and what is no filter stays', () => {
  const [path] = paths(
    dropFilter.tries(subject('/rest/v1/invoices?user_id=eq.{user}&select=*&limit=5', true)),
  );
  expect(path).toBe('/rest/v1/invoices?select=*&limit=5');
});

test('at another host the filter is dropped there', () => {
  const elsewhere = 'https://x.supabase.co/rest/v1/invoices';
  expect(paths(dropFilter.tries(subject(`${elsewhere}?user_id=eq.{user}`, true)))).toEqual([elsewhere]);
});

test.each([
  ['/api/v2/export.csv', true],
  ['https://api.shop.example/search?q=kst&limit=50', true],
  ['/api/orders/1041', false],
  ['/api/orders?of=5f0c6c1e-5b7a-4c58-9a0e-6d1f2b8c4e71', false],
  ['/api/orders?cursor=eyJhZnRlciI6NTIwMCwib3duZXIiOjMxMX0', false],
])('that %s names nothing is %s', (path, expected) => expect(namesNothing({ path })).toBe(expected));

test('without a filter there is nothing to drop', () => {
  expect(paths(dropFilter.tries(subject('/rest/v1/invoices?select=*', true)))).toEqual([]);
});

test('an identity is claimed in the query and in headers, but not where rows are filtered by the query', () => {
  const [query, header] = [...claimIdentity.tries(subject('/api/history?page=1'))];
  expect(query?.request.path).toContain('?page=1&user_id=u1');
  expect(header?.request.headers).toMatchObject({ 'x-user-id': 'u1' });
  expect(paths(claimIdentity.tries(subject('/rest/v1/invoices?select=*', true)))).toEqual([]);
});

test('the owner’s id stands beside one’s own, in both orders, for who has one', () => {
  const tried = paths(duplicateParameter.tries({ ...subject('/api/history'), own: 'u2' }));
  expect(tried).toHaveLength(2);
  expect(tried[0]).toMatch(/^\/api\/history\?user_id=u2&.*&user_id=u1&/);
  expect(tried[1]).toMatch(/^\/api\/history\?user_id=u1&.*&user_id=u2&/);
  expect(paths(duplicateParameter.tries(subject('/api/history')))).toEqual([]);
  expect(paths(duplicateParameter.tries({ ...subject('/rest/v1/invoices', true), own: 'u2' }))).toEqual([]);
});

test('the owner’s tenant is claimed beside its id, where it is known', () => {
  const [, header] = [...claimIdentity.tries({ ...subject('/api/history'), tenant: 't1' })];
  expect(header?.request.headers).toMatchObject({ 'x-user-id': 'u1', 'x-tenant-id': 't1' });
});

test('the address of a record is spelled otherwise, and only guessed at', () => {
  const tries = [...idShapes.tries(subject('/invoices/{id}'))];
  expect(paths(tries)).toEqual([
    '/invoices/i%201/',
    '/invoices/i%201.json',
    '/invoices/i%201%20',
    '/invoices/I%201',
  ]);
  expect(tries.every(({ isGuess }) => isGuess)).toBe(true);
  expect(paths(idShapes.tries(subject('/invoices?id={id}')))).toEqual(['/invoices?id[]=i%201']);
  expect(paths(idShapes.tries(subject('/rest/v1/invoices?id=eq.{id}', true)))).toEqual([]);
});

test('the id of a body comes in other types, also in the variables of a query', () => {
  const read = { ...subject('/graphql').read, method: 'POST', body: '{"variables":{"id":"{id}"}}' } as const;
  const bodies = [...idShapes.tries({ ...subject('/graphql'), read })].map(({ request }) => request.body);
  expect(bodies).toEqual([
    '{"variables":{"id":["i 1"]}}',
    '{"variables":{"id":{"id":"i 1"}}}',
    '{"variables":{"id":"i 1 "}}',
  ]);
});

test('a record of the owner’s is asked for under one’s own id', () => {
  const path = '/customers/{user}/invoices/{id}';
  expect(paths(mixedParent.tries({ ...subject(path), own: 'u2' }))).toEqual(['/customers/u2/invoices/i%201']);
  expect(paths(mixedParent.tries(subject(path)))).toEqual([]);
});

test('rows are asked for more widely, once a table', () => {
  const read = (path: string) => subject(path, true).read;
  const reads = [
    read('/rest/v1/invoices?user_id=eq.{user}&select=id&limit=5'),
    read('/rest/v1/invoices?select=*'),
    read('/rest/v1/notes?select=*'),
  ];
  const tried = (at: number) => {
    const one = reads[at];
    return one ? [...widenRows.tries({ ...subject(one.path, true), read: one, reads })] : [];
  };
  const asked = tried(0).map(({ request: { path, headers } }) => [
    decodeURIComponent(path),
    headers?.['range'],
  ]);
  expect(asked).toEqual([
    ['/rest/v1/invoices?user_id=not.is.null&select=id&limit=5', undefined],
    ['/rest/v1/invoices?select=id&limit=5&or=(user_id.is.null,user_id.not.is.null)', undefined],
    ['/rest/v1/invoices?user_id=eq.u1&select=*&limit=5', undefined],
    ['/rest/v1/invoices?user_id=eq.u1&select=id', '0-9999'],
    ...Array.from({ length: 4 }, () => ['/rest/v1/invoices?select=id&limit=5', undefined]),
    ['/rest/v1/invoices?user_id=eq.u1&select=*,notes(*)&limit=5', undefined],
  ]);
  const profiles = tried(0).flatMap(({ request: { headers } }) => headers?.['accept-profile'] ?? []);
  expect(profiles).toEqual(['api', 'private', 'internal', 'archive']);
  expect(tried(1)).toEqual([]);
});

test('a GraphQL query is asked for more, and a mutation is left alone', () => {
  const asking = (query: string) => {
    const body = JSON.stringify({ query, variables: { id: '{id}' } });
    const read = { ...subject('/graphql').read, method: 'POST', body } as const;
    return [...graphql.tries({ ...subject('/graphql'), read })];
  };
  const tries = asking('query A($id: ID!) { invoice(id: $id, note: ")") { id number } }');
  const queries = tries.map(({ request: { body } }) => (typeof body === 'string' ? body : ''));
  expect(queries[0]).toBe('{"query":"query A { invoice { id number } }","variables":{}}');
  expect(queries[2]).toContain('{ id number  owner { id email } } }');
  expect(JSON.parse(queries.at(-2) ?? '')).toHaveLength(2);
  const last = tries.at(-1)?.request;
  expect(last).toMatchObject({ method: 'GET' });
  expect(new URL(last?.path ?? '', 'http://x').searchParams.get('variables')).toBe('{"id":"i 1"}');
  expect(asking('mutation { remove(id: 1) { id } }')).toEqual([]);
});

test('each try says by which technique it was made, and its probe says so, too', () => {
  const tries = triesOf([replay, claimIdentity], subject('/invoices'));
  expect(tries.map(({ technique }) => technique)).toEqual(['replay', 'claim-identity', 'claim-identity']);
  const [first] = tries;
  expect(first && probeOf(first)).toEqual({ kind: 'request', what: 'GET /invoices', technique: 'replay' });
  expect(probeOf({ what: 'GET /invoices' })).toEqual({ kind: 'request', what: 'GET /invoices' });
});

test('what people are told of a try holds no value', () => {
  const tries = [...replay.tries(subject('/invoices/{id}')), ...claimIdentity.tries(subject('/of/{user}'))];
  expect(tries.map(({ what }) => what).join()).not.toMatch(/u1|i 1/);
});
