import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A demo that this process has started. */
export interface RunningDemo {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts the demo on a free port, through its command line.
 * @throws when it ends before it is ready
 */
export async function startDemo(args: readonly string[] = []): Promise<RunningDemo> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts', ...args], {
    env: { ...process.env, DEMO_PORT: '0', DEMO_FAULTS: '', DEMO_LOOKALIKES: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { address: await addressOf(child), stop: () => stop(child) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the demo was started without an output');
  for await (const line of createInterface(child.stdout)) {
    const address = /^Demo listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return address;
  }
  throw new Error('the demo ended before it was ready');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}
