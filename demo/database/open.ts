import { PGlite } from '@electric-sql/pglite';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readSnapshot, snapshotPath, writeSnapshot } from './snapshot';

/**
 * The server reserves and clears its buffers when it starts, 128 MB unless told otherwise: a third of the time
 * that a start takes. All of the demo's data fits into a few.
 */
const smallBuffers = ['-c', 'shared_buffers=8MB'];

/** Compiles beside whatever else a start has to do; PGlite would do it only when everything else is there. */
async function compiledServer(): Promise<WebAssembly.Module> {
  const entry = import.meta.resolve('@electric-sql/pglite');
  return WebAssembly.compile(await readFile(fileURLToPath(new URL('pglite.wasm', entry))));
}

async function buildAndKeep(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { buildSnapshot } = await import('./build');
  const bytes = await buildSnapshot();
  try {
    await writeSnapshot(path, bytes);
  } catch {
    // A read-only disk only costs the next start its head start.
  }
  return bytes;
}

/** PGlite takes a Blob and reads it at once; node copies one in small pieces, which this one spares it. */
function blobOf(bytes: Uint8Array<ArrayBuffer>): Blob {
  return Object.assign(new Blob(), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}

async function snapshot(): Promise<Blob> {
  const path = await snapshotPath();
  return blobOf((await readSnapshot(path)) ?? (await buildAndKeep(path)));
}

/** The seeded database, in memory: whatever is written to it is gone when it is closed. */
export async function openDatabase(): Promise<PGlite> {
  const [pgliteWasmModule, loadDataDir] = await Promise.all([compiledServer(), snapshot()]);
  const startParams = [...PGlite.defaultStartParams, ...smallBuffers];
  return PGlite.create({ loadDataDir, pgliteWasmModule, startParams });
}
