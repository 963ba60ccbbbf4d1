import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const demoFolder = join(import.meta.dirname, '..');
const cacheFolder = join(demoFolder, '..', '.cache', 'demo');
const anHour = 3_600_000;

/** Whatever the seeded database follows from; a change of any of these makes the snapshot stale. */
const sources = [
  'database/schema.sql',
  'database/policies.sql',
  'database/build.ts',
  'auth/password.ts',
  'company.ts',
];

async function sourceFiles(): Promise<readonly string[]> {
  const seeds = (await readdir(join(demoFolder, 'seed')))
    .filter((name) => !name.includes('.test.'))
    .toSorted();
  return [...sources, ...seeds.map((name) => `seed/${name}`)].map((name) => join(demoFolder, name));
}

async function versions(): Promise<string> {
  const modules = join(demoFolder, '..', 'node_modules');
  const manifests = ['@electric-sql/pglite', '@faker-js/faker'].map((name) =>
    join(modules, name, 'package.json'),
  );
  return (await Promise.all(manifests.map((file) => readFile(file, 'utf8')))).join('\n');
}

/** Path of the snapshot that belongs to the present sources, whether it is there or not. */
export async function snapshotPath(): Promise<string> {
  const hash = createHash('sha256').update(await versions());
  const files = await sourceFiles();
  for (const text of await Promise.all(files.map((file) => readFile(file)))) hash.update(text);
  return join(cacheFolder, `${hash.digest('hex').slice(0, 20)}.tar`);
}

/** The snapshot's bytes, or `null` when there is none yet. */
export async function readSnapshot(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}

/** Removes what earlier sources left, unless a demo that started just now may be reading it. */
async function removeStale(keep: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    const { mtimeMs } = await stat(path);
    if (path !== keep && Date.now() - mtimeMs > anHour) await rm(path, { force: true });
  }
}

/** Writes beside and renames, so that several demos that start at once never read half a file. */
export async function writeSnapshot(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
  await removeStale(path);
}
