import { expect, test } from 'vitest';
import { carries } from './traffic';

const question = 'Zeig "meine" Büchung & <mehr>?';

test.for([
  ['JSON', JSON.stringify({ text: question })],
  ['JSON within JSON', JSON.stringify({ body: JSON.stringify({ text: question }) })],
  ['pure ASCII JSON', JSON.stringify({ text: question }).replace('ü', '\\u00fc')],
  ['a form', new URLSearchParams({ q: question }).toString()],
  ['a URL', `https://x.example/?q=${encodeURIComponent(question)}`],
])('a question is found in %s', ([, sent = '']) => expect(carries(sent, question)).toBe(true));

test('a similar question is not the same', () => {
  expect(carries('{"text":"Zeig meine Büchung"}', question)).toBe(false);
});
