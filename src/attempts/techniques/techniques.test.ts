import { expect, test } from 'vitest';
import { claimIdentity } from './claim-identity';
import { duplicateParameter } from './duplicate-parameter';
import { dropFilter } from './drop-filter';
import { replay } from './replay';
import type { Subject } from './technique';

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

test('replay leaves out what it has no identifier for', () => {
  expect(paths(replay.tries({ ...subject('/invoices?of={user}'), user: undefined }))).toEqual([]);
});

test('a filter is dropped, and what is no filter stays', () => {
  const [path] = paths(
    dropFilter.tries(subject('/rest/v1/invoices?user_id=eq.{user}&select=*&limit=5', true)),
  );
  expect(path).toBe('/rest/v1/invoices?select=*&limit=5');
});

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

test('what people are told of a try holds no value', () => {
  const tries = [...replay.tries(subject('/invoices/{id}')), ...claimIdentity.tries(subject('/of/{user}'))];
  expect(tries.map(({ what }) => what).join()).not.toMatch(/u1|i 1/);
});
