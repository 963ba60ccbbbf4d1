import { faultsNamed, lookalikesNamed } from './catalogue';
import { openDatabase } from './database/open';
import type { RunningDemo } from './serve';

export interface StartOptions {
  readonly faults?: readonly string[];
  readonly lookalikes?: readonly string[];
  /** 0, the default, lets the system choose. */
  readonly port?: number;
}

/**
 * Starts the demo on loopback with a database of its own, so that several can run side by side.
 * Throws for an unknown fault or look-alike (the sentence lists the known ones) and for a port that is taken.
 */
export async function start(options: StartOptions = {}): Promise<RunningDemo> {
  const faults = await faultsNamed(options.faults ?? []);
  const lookalikes = await lookalikesNamed(options.lookalikes ?? []);
  // The rooms are imported while the database server compiles on a thread of its own.
  const [pglite, { serve }] = await Promise.all([openDatabase(), import('./serve')]);
  try {
    return await serve(pglite, [...faults, ...lookalikes], options.port ?? 0);
  } catch (error) {
    await pglite.close();
    throw error;
  }
}
