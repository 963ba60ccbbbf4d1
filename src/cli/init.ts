import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cancel, confirm, isCancel, text } from '@clack/prompts';
import { Command } from 'commander';
import { config as readDotenv, parse } from 'dotenv';
import { accountVariables, configText } from './init/config-text';
import { envText } from './init/env-text';
import { lookAround } from './init/look';
import { sampleRecords, type SampleRecord } from './init/sample-records';
import type { Seen } from './init/seen';

interface Flags {
  readonly url?: string;
  readonly out: string;
  readonly env: string;
  readonly yes?: true;
  readonly overwrite?: true;
  readonly hook?: string;
}

const command = new Command('init')
  .description('Looks at your site and writes a config for it, and the names of what has to be in .env.')
  .option('--url <address>', 'address of the site')
  .option('--out <file>', 'the config to write', 'my-product.config.ts')
  .option('--env <file>', 'where the variables go', '.env')
  .option('--yes', 'ask nothing')
  .option('--overwrite', 'write over a config that is there')
  .option('--hook <file>', 'a module whose createRecords(records) puts the records into your test accounts')
  .parse();
process.exitCode = await main(command.opts<Flags>());

/** @returns 0 when a config was written, 2 when something has to be said first */
async function main(flags: Flags): Promise<0 | 2> {
  readDotenv({ path: flags.env, quiet: true });
  const address = await addressOf(flags);
  if (address === undefined) return refuse('Say where the site is: --url https://staging.example.com');
  if (!(await mayWrite(flags)))
    return refuse(`${flags.out} is there already: choose another name with --out, or say --overwrite.`);
  process.stdout.write(`Looking at ${address} …\n`);
  const seen = await lookAround(address, loginsOf(process.env)).catch(() => undefined);
  if (!seen) return refuse(`${address} did not open in a browser.`);
  writeFileSync(flags.out, configText(seen, pathTo('src/product', flags.out)));
  const toFillIn = addVariables(flags.env, seen);
  await giveRecords(sampleRecords(randomInt(2 ** 31)), flags);
  process.stdout.write(`${summary(seen, flags, toFillIn)}\n`);
  return 0;
}

async function addressOf({ url, yes }: Flags): Promise<string | undefined> {
  const isHttp = (value: string | undefined) => /^https?:\/\/\S+$/.test(value ?? '');
  if (url !== undefined || yes || !process.stdin.isTTY) return isHttp(url) ? url : undefined;
  const answer = await text({
    message: 'Where is your site?',
    placeholder: 'https://staging.example.com',
    validate: (value) => (isHttp(value) ? undefined : 'An address such as https://staging.example.com'),
  });
  return isCancel(answer) ? undefined : answer;
}

async function mayWrite({ out, yes, overwrite }: Flags): Promise<boolean> {
  if (!existsSync(out) || overwrite) return true;
  if (yes || !process.stdin.isTTY) return false;
  return (
    (await confirm({ message: `${out} is there already. Write over it?`, initialValue: false })) === true
  );
}

/** Accounts that are in the environment already: with them, the private pages can be looked at, too. */
function loginsOf(env: NodeJS.ProcessEnv) {
  const login = (name: string) => {
    const [email, password] = [env[`${name}_EMAIL`], env[`${name}_PASSWORD`]];
    return email && password ? { email, password } : undefined;
  };
  const [customer, admin] = [login(accountVariables.userA), login(accountVariables.admin)];
  return { ...(customer && { customer }), ...(admin && { admin }) };
}

/** @returns whether there are variables now that a person has to fill in */
function addVariables(file: string, seen: Seen): boolean {
  const written = existsSync(file) ? Object.keys(parse(readFileSync(file))) : [];
  const set = Object.keys(process.env).filter((name) => process.env[name]);
  const lines = envText(seen, new Set([...written, ...set]));
  if (lines !== '') appendFileSync(file, lines, { mode: 0o600 });
  return Object.values(parse(existsSync(file) ? readFileSync(file) : '')).includes('');
}

/** By the hook, where there is one; else a person puts them there. */
async function giveRecords(records: readonly SampleRecord[], { hook }: Flags): Promise<void> {
  if (hook !== undefined) {
    const module: unknown = await import(pathToFileURL(resolve(hook)).href);
    const create: unknown = Object(module).createRecords;
    if (typeof create !== 'function') throw new Error(`${hook} exports no function createRecords`);
    await Reflect.apply(create, undefined, [records]);
    return;
  }
  const lines = records.map(({ account, fields }) => {
    const values = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
    return `  ${account}: ${values.join(', ')}`;
  });
  process.stdout.write(
    `Give each account that has none a record of its own, for example:\n${lines.join('\n')}\n`,
  );
}

function summary(seen: Seen, { out, env }: Flags, hasGaps: boolean): string {
  const { builder, widget, backend, wasInside, reads } = seen;
  const found = [builder, widget && `a ${widget} widget`, `signing in: ${backend}`]
    .filter(Boolean)
    .join(', ');
  const inside = wasInside
    ? `${reads.length} requests of the private pages`
    : 'no account yet, so the private pages were not looked at';
  const again = wasInside
    ? `PRODUCT=${out} npm run doctor`
    : 'run npm run init again: with an account, it looks at the private pages, too';
  return [
    `Found: ${found}; ${inside}.`,
    `Written: ${out}; what it needs is named in ${env}.`,
    `Next: ${hasGaps ? `fill in ${env}, then ` : ''}${again}`,
  ].join('\n');
}

/** As an import from the config's own folder. */
function pathTo(folder: string, config: string): string {
  const path = relative(dirname(resolve(config)), resolve(folder)).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

function refuse(sentence: string): 2 {
  if (process.stdin.isTTY) cancel(sentence);
  else process.stderr.write(`${sentence}\n`);
  return 2;
}
