import { expect, test } from 'vitest';
import type { Exchange } from '../../evidence';
import { isAboutFiles, storedFilesIn } from './file';
import { linkIn, listsEntry, waysTo } from './ways';

const api = 'https://abc.supabase.co/storage/v1';
const exchange = (path: string, more: Partial<Exchange> = {}): Exchange => ({
  url: `${api}${path}`,
  method: 'POST',
  type: 'Fetch',
  headers: {},
  withCookies: false,
  ...more,
});

test.each([
  ['/object/sign/papers/u1/b.pdf'],
  ['/object/sign/papers/u1/b.pdf?token=t'],
  ['/object/authenticated/papers/u1/b.pdf'],
  ['/object/public/papers/u1/b.pdf'],
  ['/object/papers/u1/b.pdf'],
  ['/object/info/authenticated/papers/u1/b.pdf'],
  ['/render/image/sign/papers/u1/b.pdf?width=20'],
])('%s names a file', (path) => {
  expect(storedFilesIn([exchange(path), exchange(path)])).toEqual([
    { api, bucket: 'papers', name: 'u1/b.pdf' },
  ]);
});

test.each(['/bucket', '/object/upload/sign/papers/x', '/object/copy', '/object/list/papers'])(
  '%s names none',
  (path) => {
    expect(storedFilesIn([exchange(path)])).toEqual([]);
  },
);

test('files are named in what a folder holds, and in a list to be linked', () => {
  const answer = JSON.stringify([
    { name: 'b 1.pdf', id: 'x' },
    { name: 'below', id: null },
  ]);
  const listed = exchange('/object/list/papers', { body: '{"prefix":"u1/"}', answer });
  const linked = exchange('/object/sign/papers', { body: '{"expiresIn":60,"paths":["u1/c.pdf"]}' });
  expect(storedFilesIn([listed, linked]).map(({ name }) => name)).toEqual(['u1/b%201.pdf', 'u1/c.pdf']);
});

test('other requests are no matter of files', () => {
  expect(isAboutFiles('https://abc.supabase.co/rest/v1/papers?select=*')).toBe(false);
  expect(isAboutFiles(`${api}/object/list/papers`)).toBe(true);
});

test('a file is listed, linked and read, and what people are told of it holds no name', () => {
  const ways = waysTo({ api, bucket: 'papers', name: 'u1/b%201.pdf' });
  expect(ways.map(({ request }) => [request.path.slice(api.length), request.body])).toEqual([
    ['/object/list/papers', { prefix: 'u1', limit: 100, offset: 0 }],
    ['/object/list/papers', { prefix: '', limit: 100, offset: 0 }],
    ['/object/sign/papers/u1/b%201.pdf', { expiresIn: 60 }],
    ['/object/authenticated/papers/u1/b%201.pdf', undefined],
    ['/object/public/papers/u1/b%201.pdf', undefined],
  ]);
  expect(ways.map(({ tellsBy }) => tellsBy)).toEqual(['b 1.pdf', 'u1', undefined, undefined, undefined]);
  expect(ways.map(({ what }) => what).join()).not.toMatch(/u1|b%201/);
});

test('a link is written from the address of the API on', () => {
  const file = { api, bucket: 'papers', name: 'a.pdf' };
  expect(linkIn(file, '{"signedURL":"/object/sign/papers/a.pdf?token=t"}')).toBe(
    `${api}/object/sign/papers/a.pdf?token=t`,
  );
  expect(linkIn(file, '{"statusCode":"404","error":"not_found"}')).toBeUndefined();
});

test('a list names what stands in it', () => {
  expect(listsEntry('[{"name":"a.pdf"}]', 'a.pdf')).toBe(true);
  expect(listsEntry('[]', 'a.pdf')).toBe(false);
  expect(listsEntry('{"statusCode":"403"}', 'a.pdf')).toBe(false);
});
