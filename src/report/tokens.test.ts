import { existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRunMask } from './masking';
import { forgetTokens, readTokens, rememberToken, tokensSize } from './tokens';

const run = `test-${process.pid}`;
const folder = join(tmpdir(), `trespass-${run}`);

beforeEach(() => void vi.stubEnv('TRESPASS_RUN', run));
afterEach(() => {
  vi.stubEnv('TRESPASS_RUN', run);
  forgetTokens();
  vi.unstubAllEnvs();
});

test('tokens are read back, by nobody but their owner, and are gone at the end', () => {
  expect(readTokens()).toEqual([]);
  rememberToken('userA access token', 'one\ntwo');
  rememberToken('userB access token', 'three');
  expect(readTokens()).toEqual([
    { label: 'userA access token', value: 'one\ntwo' },
    { label: 'userB access token', value: 'three' },
  ]);
  expect(statSync(join(folder, 'tokens')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(tokensSize()).toBeGreaterThan(0);
  forgetTokens();
  expect(existsSync(folder)).toBe(false);
});

test('a token is masked in the very turn in which it is remembered', () => {
  const mask = createRunMask([]);
  const opaque = 'rT4x-opaque-9Qm2';
  expect(mask(opaque)).toBe(opaque);
  rememberToken('userA refresh token', opaque);
  expect(mask(`it is ${opaque}.`)).toBe('it is ‹userA refresh token›.');
});

test('a folder that others can read is refused', () => {
  mkdirSync(folder, { mode: 0o755 });
  expect(() => rememberToken('userA access token', 'secret-value')).toThrow(/others can read/);
  expect(tokensSize()).toBe(0);
});

test('a run without a name, or with one that leads elsewhere, is refused without the token in the message', () => {
  vi.stubEnv('TRESPASS_RUN', '');
  expect(() => rememberToken('x', 'secret-value')).toThrow(/^(?!.*secret-value).*TRESPASS_RUN/);
  vi.stubEnv('TRESPASS_RUN', '../../etc');
  expect(() => rememberToken('x', 'secret-value')).toThrow(/letters, digits/);
});
