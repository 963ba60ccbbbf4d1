import { SourceMap } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { bundle } from './bundle';

const scripts = [
  { name: 'greet.js', source: '/** Says it. */\nexport function greet() {\n  return "ahoy";\n}\n' },
  { name: 'main.js', source: "import { greet } from './greet.js';\n\n// Now.\nglobalThis.said = greet();\n" },
];

test('the joined script runs without modules', () => {
  const { code } = bundle(scripts, 'site.js');
  const world = { said: '' };
  runInNewContext(code, world);
  expect(world.said).toBe('ahoy');
});

test('the map leads each line back to its script', () => {
  const { code, map } = bundle(scripts, 'site.js');
  const line = code.split('\n').indexOf('globalThis.said = greet();');
  const entry = new SourceMap({
    ...map,
    sources: [...map.sources],
    sourcesContent: [...map.sourcesContent],
    names: [],
    sourceRoot: '',
  }).findEntry(line, 0);
  expect(entry).toMatchObject({ originalSource: '../src/main.js', originalLine: 3 });
});
