import { expect, test } from 'vitest';
import type { Exhibit } from '../../words';
import { addressesInScripts, isSameAs } from './script-addresses';

const script = (body: string, type = 'text/javascript'): Exhibit => ({
  channel: 'response-body',
  where: { part: 'body' },
  at: 0,
  type,
  body,
});
const paths = (body: string, type?: string) => addressesInScripts([script(body, type)]);

test('API paths that stand as literals are found, in scripts and in pages', () => {
  expect(paths(`fetch("/api/orders"); load('/rest/v1/rpc/mine?x=1')`)).toEqual([
    { path: '/api/orders', canBeAsked: true },
    { path: '/rest/v1/rpc/mine', canBeAsked: true },
  ]);
  expect(paths(`<script>fetch('/m/api/cart')</script>`, 'text/html')).toHaveLength(1);
});

test('what a script puts in is a hole, and such a path is not asked', () => {
  expect(paths('get(`/api/${kind}s/${id}`); get("/api/agenda/" + id)')).toEqual([
    { path: '/api/{…}s/{…}', canBeAsked: false },
    { path: '/api/agenda/{…}', canBeAsked: false },
  ]);
});

test('what would do something is not asked; pages, pictures and other text are no API', () => {
  expect(
    paths('post("/api/logout"); post("/api/bookings/cancel")').map(({ canBeAsked }) => canBeAsked),
  ).toEqual([false, false]);
  expect(paths(`go('/account'); "/assets/api.png"; x = a / api / b; "/^api/"`)).toEqual([]);
  expect(paths('"/api/x"', 'image/png')).toEqual([]);
});

test('a path with holes is recognised in use', () => {
  expect(isSameAs('/api/{…}s/{…}', '/api/bookings/{id}')).toBe(true);
  expect(isSameAs('/api/{…}s/{…}', '/api/bookings/{id}/pdf')).toBe(false);
  expect(isSameAs('/api/chat', '/api/chat?stream=…')).toBe(true);
});
