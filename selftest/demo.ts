import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A demo, or another product, that this process has started. */
export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts the demo on a free port, through its command line.
 * @throws when it ends before it is ready
 */
export function startDemo(args: readonly string[] = []): Promise<Running> {
  return start(['demo/main.ts', ...args], { DEMO_PORT: '0', DEMO_FAULTS: '', DEMO_LOOKALIKES: '' });
}

/**
 * Starts a sound product of `selftest/products` in the same way.
 * @throws when it ends before it is ready
 */
export function startProduct(name: string): Promise<Running> {
  return start([`selftest/products/${name}/server.ts`], { SHOP_FAULT: '' });
}

async function start(script: readonly string[], env: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { address: await addressOf(child), stop: () => stop(child) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('it was started without an output');
  for await (const line of createInterface(child.stdout)) {
    const address = /^(?:Demo l|L)istening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return address;
  }
  throw new Error('it ended before it was ready');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}
