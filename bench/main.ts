import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** Each file beside this one is a measurement of that name: `npm run bench -- oracle`. */
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'main.ts')
  .map((file) => basename(file, '.ts'));

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (wanted.length === 0 || unknown.length > 0) {
  const what = wanted.length === 0 ? 'Which measurement?' : `No such measurement: ${unknown.join(', ')}.`;
  process.stderr.write(`${what} One of: ${names.join(', ') || 'none yet'}\n`);
  process.exitCode = 2;
} else {
  // One after the other: they would measure each other.
  for (const name of wanted) await import(new URL(`${name}.ts`, import.meta.url).href);
}
