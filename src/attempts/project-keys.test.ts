import { afterEach, expect, test, vi } from 'vitest';
import { supabase } from '../product/sign-in/supabase';
import { otherProjectsIn } from './project-keys';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const keyOf = (claims: object) => `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJlLW9mLWE`;
const anon = (ref: string, iat = 1) => keyOf({ iss: 'supabase', ref, role: 'anon', iat });

const product = {
  site: 'https://www.acme.example',
  allowedHosts: ['www.acme.example', 'bcdefghijklmnopqrstu.supabase.co'],
  signIn: supabase({ keyEnv: 'PROJECT_KEYS_TEST', origin: 'https://abcdefghijklmnopqrst.supabase.co' }),
};
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['its own key', anon('abcdefghijklmnopqrst'), []],
  ['its own key from before', anon('abcdefghijklmnopqrst', 2), []],
  ['another project’s key', `key = '${anon('staging')}'`, ['staging']],
  ['another project’s host', 'https://zyxwvutsrqponmlkjihg.supabase.co/rest', ['zyxwvutsrqponmlkjihg']],
  ['a host that the config allows', 'https://bcdefghijklmnopqrstu.supabase.co', []],
  ['a key of the local set-up, of no project', keyOf({ iss: 'supabase-demo', role: 'anon' }), []],
  ['a sample from documentation', 'https://your-project.supabase.co', []],
  ['a person’s session', keyOf({ ref: 'staging', role: 'authenticated', sub: 'u' }), []],
])('a page with %s', (_, text, projects) => {
  vi.stubEnv('PROJECT_KEYS_TEST', anon('abcdefghijklmnopqrst'));
  expect(otherProjectsIn(text, product)).toEqual(projects);
});

test('with a key that names no project, the host that people sign in at tells which one is the product’s', () => {
  vi.stubEnv('PROJECT_KEYS_TEST', 'sb_publishable_none');
  expect(otherProjectsIn(anon('staging'), product)).toEqual(['staging']);
  expect(otherProjectsIn(anon('abcdefghijklmnopqrst'), product)).toEqual([]);
});

test('where nothing tells which project is the product’s, nothing is said', () => {
  vi.stubEnv('PROJECT_KEYS_TEST', '');
  const here = { ...product, signIn: supabase({ keyEnv: 'PROJECT_KEYS_TEST' }) };
  expect(otherProjectsIn(anon('staging'), here)).toEqual([]);
});
