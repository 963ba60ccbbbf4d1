import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no browser', async () => {
  const env = { ...process.env, TRESPASS_BROWSER: '/nowhere/chrome' };
  expectOneSentence(await command(['setup/start.mjs'], { env }), /TRESPASS_BROWSER names \/nowhere\/chrome/);
});

test('no network', async () => {
  const server = await listen();
  const port = portOf(server);
  server.close();
  const cwd = freshCopy();
  const cache = join(cwd, 'npm-cache');
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}`, npm_config_cache: cache };
  const ended = await command(['setup/start.mjs'], { cwd, env });
  expect(ended.stdout.trim().split('\n')).toHaveLength(1); // what it set out to do
  expectOneSentence(ended, /npm registry \(127\.0\.0\.1:\d+\) cannot be reached/);
});

test('an old Node', async () => {
  const cwd = freshCopy();
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})';
  for (const script of ['setup/start.mjs', 'setup/test.mjs']) {
    expectOneSentence(
      await command(['--import', old, script], { cwd }),
      /needs Node 20\.20\.0 .* Node 18\.20\.4/,
    );
  }
});

test('a port that is taken', async () => {
  const server = await listen();
  const port = portOf(server);
  try {
    const ended = await command(['--import', 'tsx', 'demo/main.ts', '--port', String(port)]);
    expectOneSentence(ended, new RegExp(`${port}`));
  } finally {
    server.close();
  }
});

test('a disk that cannot be written to', async () => {
  const cwd = freshCopy();
  chmodSync(cwd, 0o555);
  expectOneSentence(await command(['setup/start.mjs'], { cwd, asNobody: true }), /Nothing can be written to/);
});

test('a step of npm test that does not exist', async () => {
  expectOneSentence(
    await command(['setup/test.mjs', 'lnt']),
    /No such step: lnt\. The steps are format, lint,/,
  );
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** To root, nothing is forbidden. */
  readonly asNobody?: boolean;
}

async function command(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const { cwd = process.cwd(), env = process.env, asNobody = false } = options;
  const user = asNobody && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  const stdout = textOf(child.stdout);
  const stderr = textOf(child.stderr);
  await closed(child);
  return { code: child.exitCode, stdout: stdout(), stderr: stderr() };
}

async function closed(child: ChildProcess): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), 120_000);
  await once(child, 'close');
  clearTimeout(timer);
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (piece: string) => (text += piece));
  return () => text;
}

/** One line, no stack, and an exit code that no script takes for success. */
function expectOneSentence({ code, stderr }: Ended, sentence: RegExp): void {
  expect(stderr.trim()).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
}

/** What a clone has that the set-up needs, and nothing installed. */
function freshCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trespass-copy-'));
  folders.push(folder);
  mkdirSync(join(folder, 'setup'));
  for (const name of readdirSync('setup').filter((file) => !file.includes('.test.'))) {
    cpSync(resolve('setup', name), join(folder, 'setup', name));
  }
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(name, join(folder, name));
  writeFileSync(join(folder, '.env'), '');
  chmodSync(folder, 0o755);
  return folder;
}

async function listen(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
