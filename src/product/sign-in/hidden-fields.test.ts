import { expect, test } from 'vitest';
import { csrfTokenIn, hiddenFields } from './hidden-fields';

const search = '<form action="/search"><input type="hidden" name="lang" value="en"><input name="q"></form>';

test('the hidden fields are those of the form with the password, whatever else the page has', () => {
  const signIn = `<form method="post"><input value='a&amp;b=' name=_token type=hidden><input name="email"><input TYPE="password" name="pw"></form>`;
  expect(hiddenFields(search + signIn)).toEqual({ _token: 'a&b=' });
  expect(hiddenFields(search)).toEqual({});
});

test.for([
  ['<meta name="csrf-param" content="authenticity_token"><meta name="csrf-token" content="t0k">', 't0k'],
  ['<meta content="t0k" name="csrf-token" />', 't0k'],
  ['<form><input type="hidden" name="csrfmiddlewaretoken" value="t0k"></form>', 't0k'],
  ['<input name="__RequestVerificationToken" type="hidden" value="t0k" />', 't0k'],
  [search, undefined],
])('the token of %s', ([html = '', token]) => {
  expect(csrfTokenIn(html)).toBe(token);
});
