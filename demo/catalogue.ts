import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { guaranteeFolders, rootCauses, type Fault, type Lookalike } from './fault';

const folders = {
  fault: join(import.meta.dirname, 'faults'),
  lookalike: join(import.meta.dirname, 'lookalikes'),
};

async function idsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .toSorted();
}

async function exportsOf(folder: string, id: string): Promise<readonly unknown[]> {
  const module: unknown = await import(pathToFileURL(join(folder, `${id}.ts`)).href);
  const found: readonly unknown[] =
    typeof module === 'object' && module !== null ? Object.values(module) : [];
  return found;
}

function isOneOf(names: readonly string[], value: unknown): boolean {
  return names.some((name) => name === value);
}

function isChange(value: object): boolean {
  const sql = !('sql' in value) || typeof value.sql === 'string';
  const change = !('change' in value) || typeof value.change === 'function';
  return sql && change && ('sql' in value || 'change' in value);
}

function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null || !('caughtBy' in value) || !('id' in value)) return false;
  const caughtBy: readonly unknown[] = Array.isArray(value.caughtBy) ? value.caughtBy : [];
  const known = caughtBy.length > 0 && caughtBy.every((folder) => isOneOf(guaranteeFolders, folder));
  const cause = 'rootCause' in value && isOneOf([...rootCauses, 'gates'], value.rootCause);
  return known && cause && 'sentence' in value && typeof value.sentence === 'string' && isChange(value);
}

function isLookalike(value: unknown): value is Lookalike {
  if (typeof value !== 'object' || value === null || !('caughtBy' in value) || !('id' in value)) return false;
  const silent = Array.isArray(value.caughtBy) && value.caughtBy.length === 0;
  const verdict = 'verdict' in value && isOneOf(['held', 'unknown'], value.verdict);
  const cause = 'resembles' in value && isOneOf([...rootCauses, 'gates'], value.resembles);
  return (
    silent && verdict && cause && 'sentence' in value && typeof value.sentence === 'string' && isChange(value)
  );
}

async function load<T extends { readonly id: string }>(
  folder: string,
  id: string,
  isValid: (value: unknown) => value is T,
): Promise<T> {
  const found = (await exportsOf(folder, id)).filter(isValid).find((value) => value.id === id);
  if (found === undefined) throw new Error(`${folder}/${id}.ts exports nothing complete with the id '${id}'`);
  return found;
}

async function named<T extends { readonly id: string }>(
  what: string,
  folder: string,
  ids: readonly string[],
  isValid: (value: unknown) => value is T,
): Promise<readonly T[]> {
  const known = await idsIn(folder);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new Error(
      `There is no ${what} ${unknown.map((id) => `'${id}'`).join(', ')}. Known: ${known.join(', ')}`,
    );
  }
  return Promise.all(ids.map((id) => load(folder, id, isValid)));
}

/** The faults of those ids, in that order. Throws a sentence that lists the known ones. */
export function faultsNamed(ids: readonly string[]): Promise<readonly Fault[]> {
  return ids.length === 0 ? Promise.resolve([]) : named('fault', folders.fault, ids, isFault);
}

/** The look-alikes of those ids, in that order. Throws a sentence that lists the known ones. */
export function lookalikesNamed(ids: readonly string[]): Promise<readonly Lookalike[]> {
  return ids.length === 0 ? Promise.resolve([]) : named('look-alike', folders.lookalike, ids, isLookalike);
}

/** Everything that the demo can be started with, by id. */
export async function catalogue(): Promise<{
  readonly faults: readonly Fault[];
  readonly lookalikes: readonly Lookalike[];
}> {
  const [faultIds, lookalikeIds] = [await idsIn(folders.fault), await idsIn(folders.lookalike)];
  return { faults: await faultsNamed(faultIds), lookalikes: await lookalikesNamed(lookalikeIds) };
}
