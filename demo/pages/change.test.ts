import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { catalogue } from '../catalogue';
import { soundParts } from '../parts';
import { bundle } from './bundle';
import { swapped, withScript } from './change';

test('the page’s script parses, as it is and in every variant', async () => {
  const { faults, lookalikes } = await catalogue();
  const plain = bundle(soundParts.pages.scripts, 'site.js').code;
  const variants = [...faults, ...lookalikes].map(({ change }) => change?.(soundParts) ?? soundParts);
  const codes = new Set(variants.map(({ pages }) => bundle(pages.scripts, 'site.js').code));
  expect(codes).toContain(plain);
  expect(codes.size).toBeGreaterThan(5);
  for (const code of codes) expect(() => new Script(code)).not.toThrow();
});

test('a variant of something that is not there is an error', () => {
  expect(() => withScript(soundParts, 'acount.js', '')).toThrow(/acount\.js.*account\.js/);
  expect(() => swapped('const a = 1;', 'const b', 'let b')).toThrow(/const b/);
});
