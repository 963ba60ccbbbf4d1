import { expect, test } from 'vitest';
import { wrongHost } from './environments';

const live = {
  site: 'https://www.harbour.example',
  allowedHosts: ['www.harbour.example', 'api.harbour.example', 'harbour.webflow.example'],
  previews: ['https://harbour.webflow.example'],
};
const nearby = 'the visitor’s own computer or network';
const other = 'another environment';

test.each<[string, string | undefined]>([
  ['www.harbour.example', undefined],
  ['api.harbour.example', undefined],
  ['localhost:3000', nearby],
  ['api.localhost:8080', nearby],
  ['127.0.0.1:54321', nearby],
  ['192.168.1.20', nearby],
  ['172.20.0.5:5432', nearby],
  ['nas.local', nearby],
  ['[::1]:3000', nearby],
  ['172.64.0.5', undefined],
  ['harbour.webflow.example', 'the drafts of the site'],
  ['staging.harbour.example', other],
  ['api-dev.harbour.example', other],
  ['test.api.harbour.example', other],
  ['latest.harbour.example', undefined],
  ['developers.harbour.example', undefined],
  // What others call their hosts is their business.
  ['dev.widgets.example', undefined],
  ['sandbox.payments.example', undefined],
  ['stagingharbour.example', undefined],
])('a live page that asks %s: %s', (host, wrong) => {
  expect(wrongHost(host, live)).toBe(wrong);
});

test('a staging site may talk to its own kind', () => {
  const site = 'https://staging.harbour.example';
  expect(wrongHost('test.staging.harbour.example', { site, allowedHosts: [], previews: [] })).toBeUndefined();
});

test('a host that the config allows may be asked wherever it is', () => {
  const local = { site: 'http://127.0.0.1:4000', allowedHosts: ['127.0.0.1:54321'], previews: [] };
  expect(wrongHost('127.0.0.1:54321', local)).toBeUndefined();
  expect(wrongHost('127.0.0.1:4000', local)).toBeUndefined();
  expect(wrongHost('127.0.0.1:4001', local)).toBe(nearby);
});
