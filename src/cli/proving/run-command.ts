import { type ChildProcess, spawn } from 'node:child_process';

/** How a command ended; `isLate` when its time ran out and it was stopped. */
export interface Ran {
  readonly code: number;
  readonly isLate: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is stopped. */
  readonly limit: number;
}

/** How long a command that was asked to stop may take to tidy up, in milliseconds. */
const grace = 15_000;

/** So much of each stream is kept, in characters, the end of it. */
const kept = 100_000;

const running = new Set<ChildProcess>();

/**
 * Runs Node with these arguments in the current folder, to its end or its limit. It gets a process group of its own, so
 * that the browser and the server which it starts go with it.
 */
export function runCommand(args: readonly string[], options: RunOptions): Promise<Ran> {
  const began = Date.now();
  const child = spawn(process.execPath, args, {
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const stdout = gather(child.stdout);
  const stderr = gather(child.stderr);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop(child);
  }, options.limit);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      signal(child, 'SIGKILL'); // what it left behind
      const seconds = (Date.now() - began) / 1000;
      resolve({ code: code ?? 1, isLate, stdout: stdout(), stderr: stderr(), seconds });
    });
  });
}

/** Stops every command that runs: for the one who gives up waiting. */
export function stopAll(): void {
  for (const child of running) stop(child);
}

function gather(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (piece: string) => {
    text = (text + piece).slice(-kept);
  });
  return () => text;
}

function stop(child: ChildProcess): void {
  signal(child, 'SIGINT');
  setTimeout(() => signal(child, 'SIGKILL'), grace).unref();
}

/** To the whole group; it may be gone already. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    return;
  }
}
