import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mostExchanges, type Exchange } from '../../evidence';
import type { Limits } from '../../oracle/budget';
import type { ApiRequest, Outcome } from '../../product/api';
import { asked } from './asked';
import { fewOf, mostAnswers, mostEndpoints, mostNamed } from './limits';
import { listedAddresses } from './listed';
import { answersOf, recordsIn } from './measure';
import { addressesInScripts } from './script-addresses';
import { sampleVisitor } from './sample-visitor';
import { seenIn } from './seen';

const records = [{ owner: 'userA', kind: 'invoice', id: 'i-4471-88', fields: { number: 'INV-8841-2207' } }];

const few: Limits = { characters: 100_000, derived: 100_000, time: 5_000, depth: 3 };
const visitorOf = (openapi?: string) =>
  sampleVisitor(records, openapi === undefined ? {} : { endpoints: { openapi } }, few);

const exchange = (url: string, answer?: string): Exchange => ({
  url: `https://shop.example${url}`,
  method: 'GET',
  type: 'Fetch',
  headers: {},
  withCookies: false,
  status: 200,
  ...(answer !== undefined && { answer }),
});

const many = (count: number, make: (index: number) => Exchange) =>
  Array.from({ length: count }, (_, at) => make(at));

describe('what a hostile or endless product may cost', () => {
  test('a page that polls for ever is one endpoint, of which a few answers are looked at', () => {
    const polled = many(mostExchanges, (index) => exchange(`/api/state?t=${1_763_928_000_000 + index}`));
    const { seen, leftOut } = seenIn(polled, polled.length, visitorOf(), new Map());
    expect(seen.map(({ what, all }) => [what, all.length])).toEqual([['GET /api/state', mostAnswers]]);
    expect(leftOut.join('\n')).toContain(`${mostExchanges - mostAnswers} more answers`);
    expect(leftOut.join('\n')).toContain(`after ${mostExchanges} requests`);
  });

  test('addresses that are made up without end are recorded up to a bound, and pages of a list are one', () => {
    const letters = (index: number) =>
      String(index).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    const endless = many(2_000, (index) => exchange(`/api/thing-${letters(index)}`));
    const { seen, leftOut } = seenIn(endless, endless.length, visitorOf(), new Map());
    expect(seen).toHaveLength(mostEndpoints);
    expect(leftOut).toEqual([
      `${2_000 - mostEndpoints} requests to more than ${mostEndpoints} endpoints were not recorded`,
    ]);
    const pages = many(1_000, (index) => exchange(`/api/list/${index}?page=${index}`));
    expect(seenIn(pages, pages.length, visitorOf(), new Map()).seen).toHaveLength(1);
  });

  test('10,000 sentences on what was left out are a few, and how many more there are', () => {
    const said = fewOf(
      many(10_000, (index) => exchange(`/${index}`)).map(({ url }) => url),
      'pages',
    );
    expect([said.length, said.at(-1)]).toEqual([21, 'and 9980 more pages']);
  });

  test('of 10,000 addresses in scripts a bounded number is listed, and fewer are asked', async () => {
    const visitor = visitorOf();
    const sent: string[] = [];
    const answer = async ({ path }: ApiRequest): Promise<Outcome> => {
      sent.push(path);
      return { failed: 'timeout', detail: 'it does not answer' };
    };
    Object.assign(visitor.api, { send: answer });
    const body = Array.from({ length: 10_000 }, (_, index) => `"/api/x${index}y"`).join(',');
    const where = { part: 'body', url: 'https://shop.example/app.js' };
    const script = { channel: 'response-body', where, at: 0, type: 'text/javascript', body };
    const scripts = addressesInScripts([script]);
    expect(scripts).toHaveLength(10_000);
    const { found, leftOut } = await asked(visitor, { scripts, listed: [], known: [], most: 15 });
    expect([found.length, sent.length]).toEqual([mostNamed, 15]);
    expect(leftOut).toEqual([
      `${10_000 - mostNamed} more addresses that scripts or the config name were not looked at`,
    ]);
  });

  test('50 MB of script are looked through in seconds', () => {
    const body = `"/api/one",${'"/aaaaaaaa/bbbb '.repeat(3_300_000)}`;
    const where = { part: 'body', url: 'https://shop.example/app.js' };
    const found = addressesInScripts([
      { channel: 'response-body', where, at: 0, type: 'text/javascript', body },
    ]);
    expect(found.map(({ path }) => path)).toEqual(['/api/one']);
  }, 20_000);

  test('an answer that is too large to be read has not been found to hold nothing', async () => {
    const large = exchange('/api/export', 'a quiet bay '.repeat(4_500_000));
    expect(await recordsIn(visitorOf(), answersOf([large]))).toBeNull();
    const early = exchange('/api/export', `INV-8841-2207 ${'a quiet bay '.repeat(100_000)}`);
    expect(await recordsIn(visitorOf(), answersOf([early]))).toEqual([{ owner: 'userA', kind: 'invoice' }]);
  }, 20_000);
});

describe('an OpenAPI description', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  const addressesOf = (text: string) => {
    const file = join(folder, 'api.txt');
    writeFileSync(file, text);
    // What begins with a slash is an address of the site.
    return listedAddresses(visitorOf(relative(process.cwd(), file)));
  };

  test('may be YAML, with aliases', async () => {
    const { addresses, leftOut } = await addressesOf(
      'openapi: 3.1.0\nservers: [{ url: /v1/ }]\npaths:\n  /invoices: &list\n    get: {}\n    post: {}\n  /bills: *list\n',
    );
    expect(addresses.map(({ path }) => path)).toEqual(['/v1/invoices', '/v1/bills']);
    expect(leftOut).toEqual(['2 of the operations in the OpenAPI description are no GET']);
  });

  test('may refer to itself in circles, which nobody follows; what stands elsewhere is said', async () => {
    const node = { properties: { next: { $ref: '#/components/schemas/Node' } } };
    const paths = {
      '/a': { get: { responses: { $ref: '#/paths/~1a/get' } } },
      '/b': { $ref: '#/paths/~1b' },
    };
    const { addresses, leftOut } = await addressesOf(
      JSON.stringify({ paths, components: { schemas: { Node: node } } }),
    );
    expect(addresses.map(({ path }) => path)).toEqual(['/a']);
    expect(leftOut).toEqual(['/b is described elsewhere ($ref), and was not looked up']);
    const circular = 'paths: &all\n  /a: { get: {} }\n  /b: *all\n';
    expect((await addressesOf(circular)).addresses.map(({ path }) => path)).toEqual(['/a']);
  });

  test('that unfolds without end, or is none, is not read, and that is said', async () => {
    const fold = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]\n`;
    const names = ['b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const bomb = `a: &a [1]\n${names.map((name, at) => fold(name, at === 0 ? 'a' : (names[at - 1] ?? ''))).join('')}paths: { /a: { get: *h } }\n`;
    for (const text of [bomb, 'no: [description', '']) {
      expect(await addressesOf(text)).toEqual({
        addresses: [],
        leftOut: ['the OpenAPI description of the config could not be read as JSON or YAML'],
      });
    }
  });
});
