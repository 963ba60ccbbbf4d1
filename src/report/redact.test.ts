import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { maskDeep, redactFile } from './redact';
import { muteSecrets } from './quiet-output';
import { holdsJsonWebToken, maskTokenShapes } from './token-shapes';

const mask = (text: string) => text.replaceAll('Anna', '‹userA›');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trespass-redact-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every text inside a value is masked, names of properties too', () => {
  const value = { Anna: ['Anna', 1, null, { deep: 'to Anna' }], at: true };
  expect(maskDeep(value, mask)).toEqual({
    '‹userA›': ['‹userA›', 1, null, { deep: 'to ‹userA›' }],
    at: true,
  });
});

test.for([
  ['plain text', 'dear Anna', 'dear ‹userA›'],
  ['JSON, also where the mask puts in what JSON would escape', '{"a":"Anna"}', '{"a":"‹userA›"}'],
  ['JSON that nobody has to change keeps its shape', '{ "a":  1 }', '{ "a":  1 }'],
  ['what only begins like JSON', '[Anna', '[‹userA›'],
] as const)('%s in a file', ([, written, expected]) => {
  const file = join(folder, 'file');
  writeFileSync(file, written);
  expect(redactFile(file, mask)).toBe('masked');
  expect(readFileSync(file, 'utf8')).toBe(expected);
});

test.for([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0]],
  ['what is no UTF-8', [0x41, 0xff, 0xfe]],
] as const)('%s is removed', ([, bytes]) => {
  const file = join(folder, 'file');
  writeFileSync(file, Uint8Array.from(bytes));
  expect(redactFile(file, mask)).toBe('removed');
  expect(existsSync(file)).toBe(false);
});

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

test.for([
  [`a ${jwt} b`, 'a ‹token› b'],
  [`"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."`, '"‹token›"'],
  ['authorization: Bearer abc.def-ghi/jkl=', 'authorization: Bearer ‹token›'],
  ['the bearer of this', 'the bearer of this'],
  ['eyJust a word.', 'eyJust a word.'],
] as const)('the credential in %s', ([text, masked]) => {
  expect(maskTokenShapes(text)).toBe(masked);
  expect(maskTokenShapes(masked)).toBe(masked);
});

test('a token is found again and again', () => {
  expect([holdsJsonWebToken(jwt), holdsJsonWebToken(jwt), holdsJsonWebToken('none')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('what a process writes is masked, as text and as bytes, until it is undone', () => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(Buffer.from(chunk).toString('utf8'));
    return true;
  });
  const undo = muteSecrets(mask);
  process.stdout.write('Anna\n');
  process.stdout.write(Buffer.from('to Anna\n'));
  undo();
  process.stdout.write('Anna again\n');
  spy.mockRestore();
  expect(written).toEqual(['‹userA›\n', 'to ‹userA›\n', 'Anna again\n']);
});
