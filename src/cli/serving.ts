import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Product } from '../product/types';

/** Longest that a product may take to start, in milliseconds. */
const patience = 60_000;

/** A product that was started for a command of ours. */
interface Served {
  stop(): Promise<void>;
}

/**
 * Starts the product by its own `serve`, as the suite does, where no address is set, and sets the address.
 * @throws when it ends, or does not say where it listens in time
 */
export async function serveIfNeeded(
  { serve }: Product,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Served> {
  if (!serve || env['SITE_URL']) return { stop: () => Promise.resolve() };
  const child = spawn(serve.command, {
    shell: true,
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    env['SITE_URL'] = await addressOf(child, serve.ready);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { stop: () => stop(child) };
}

function addressOf(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error('the product did not say where it listens')), patience);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const address = ready.exec((said += text))?.groups?.['site_url'];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('close', () => {
      clearTimeout(timer);
      reject(new Error('the product ended before it was ready'));
    });
  });
}

/** With all that it started: it has a process group of its own. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGTERM');
  await once(child, 'close');
}
