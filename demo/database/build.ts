import { PGlite } from '@electric-sql/pglite';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insertPeople } from '../seed/insert';

function sqlFile(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, name), 'utf8');
}

/** Two databases that only a new `create database` would need: without them a start reads half as much. */
const slim = [
  'update pg_database set datistemplate = false',
  'drop database template1',
  'drop database template0',
  'vacuum analyze',
  'checkpoint',
];

/** Small segments, and none kept for later: the log is part of what every start reads. */
const smallLog = ['-c', 'min_wal_size=2MB', '-c', 'max_wal_size=4MB'];

/** Makes the seeded database from the SQL files and the people, and gives it as an uncompressed tar. */
export async function buildSnapshot(): Promise<Uint8Array<ArrayBuffer>> {
  const pglite = await PGlite.create({
    initDbStartParams: ['--wal-segsize=1'],
    startParams: [...PGlite.defaultStartParams, ...smallLog],
  });
  await pglite.exec(await sqlFile('schema.sql'));
  await pglite.exec(await sqlFile('policies.sql'));
  await pglite.transaction(insertPeople);
  for (const statement of slim) await pglite.exec(statement);
  const tar = await pglite.dumpDataDir('none');
  await pglite.close();
  return new Uint8Array(await tar.arrayBuffer());
}
