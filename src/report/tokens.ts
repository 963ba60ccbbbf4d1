import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Literal } from './literals';

/** Workers inherit it from the runner: it names the private folder in which they tell the reporter about tokens. */
const runVariable = 'TRESPASS_RUN';

/**
 * Tells the reporter about a token that a worker was handed, so that it is masked wherever it turns up. Call it before
 * the token is used. The file is readable by its owner alone, lies outside of `reports/`, and goes when the run ends.
 * @param label what to show in its place: `userA access token`
 * @throws when the run has no name yet (`runId()` of `src/product` gives it one, in the runner, before any worker exists),
 *   when somebody else can read the folder, or when the file cannot be written
 */
export function rememberToken(label: string, token: string): void {
  makePrivateFolder();
  const line = `${JSON.stringify({ label, value: token })}\n`;
  appendFileSync(tokenFile(), line, { mode: 0o600 });
  sizeOfThisTurn = undefined;
}

/** All tokens that were handed out in this run so far. A line that is just being written is left for the next time. */
export function readTokens(): readonly Literal[] {
  if (tokensSize() === 0) return [];
  const written = readFileSync(tokenFile(), 'utf8');
  const complete = written.slice(0, written.lastIndexOf('\n') + 1);
  return complete.split('\n').filter(Boolean).map(asLiteral);
}

/** The same for a last search: when they cannot be read, the redaction has withheld everything and the run has failed. */
export function tokensOrNone(): readonly Literal[] {
  try {
    return readTokens();
  } catch {
    return [];
  }
}

/**
 * Asked for with every text that is masked, so the disk is asked once in a turn of the event loop. Other processes
 * remember a token before they use it: what has reached this one by then holds none that comes later.
 */
let sizeOfThisTurn: number | undefined;

/** Bytes of the token file: it only ever grows, so that the same size means the same tokens. 0 when there is none. */
export function tokensSize(): number {
  if (!process.env[runVariable]) return 0;
  if (sizeOfThisTurn === undefined) {
    sizeOfThisTurn = statSync(tokenFile(), { throwIfNoEntry: false })?.size ?? 0;
    queueMicrotask(() => (sizeOfThisTurn = undefined));
  }
  return sizeOfThisTurn;
}

/** Removes what this run wrote down about tokens. */
export function forgetTokens(): void {
  if (process.env[runVariable]) rmSync(privateFolder(), { recursive: true, force: true });
  sizeOfThisTurn = undefined;
}

function asLiteral(line: string): Literal {
  const read: unknown = JSON.parse(line);
  if (isLiteral(read)) return read;
  throw new Error(
    'the file of handed-out tokens holds a line that is not a token; nothing can be masked safely',
  );
}

function isLiteral(read: unknown): read is Literal {
  if (typeof read !== 'object' || read === null || !('label' in read) || !('value' in read)) return false;
  return typeof read.label === 'string' && typeof read.value === 'string';
}

function makePrivateFolder(): void {
  mkdirSync(privateFolder(), { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(privateFolder());
  const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
  if (!isOurs) throw new Error(`others can read ${privateFolder()}: remove it, tokens are not written there`);
}

function tokenFile(): string {
  return join(privateFolder(), 'tokens');
}

/** Asked for with every text that is masked, and the environment is slow to read. */
const temporary = tmpdir();

function privateFolder(): string {
  const run = process.env[runVariable];
  if (!run)
    throw new Error(
      `${runVariable} is not set: playwright.config must call runId() before any worker is started`,
    );
  if (!/^[\w-]{1,80}$/.test(run)) {
    throw new Error(`${runVariable} may hold letters, digits, "-" and "_" only, 80 at most`);
  }
  return join(temporary, `trespass-${run}`);
}
