import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a person at a terminal waits for, and then types. */
export interface Answer {
  readonly after: string;
  readonly types: string;
}

export const enter = '\r';

/** Longest that a command may wait for an answer that nobody gives, in milliseconds. */
const limit = 180_000;

/** Removes so many letters. */
export function erase(letters: number): string {
  return '\u007F'.repeat(letters);
}

/**
 * Runs a Node script as a person would at a terminal, by util-linux's `script`, and types the answers in their order.
 * @returns all that stood on the screen, and the exit code
 */
export async function atTerminal(
  args: readonly string[],
  answers: readonly Answer[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly code: number | null; readonly screen: string }> {
  // A new terminal has no width: each letter would stand on a line of its own.
  const command = ['stty cols 120 rows 40; exec node --import tsx', ...args].join(' ');
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    env: { ...process.env, ...env },
    timeout: limit,
  });
  const left = [...answers];
  let screen = '';
  let read = 0;
  child.stdout.on('data', (data: Buffer) => {
    screen += String(data);
    const [next] = left;
    const at = next ? screen.indexOf(next.after, read) : -1;
    if (!next || at < 0) return;
    read = screen.length;
    left.shift();
    child.stdin.write(next.types);
  });
  await once(child, 'close');
  return { code: child.exitCode, screen };
}
