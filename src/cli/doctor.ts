import { Command } from 'commander';
import { isConfigError } from '../product/config-error';
import { loadProduct } from '../product/load';
import { runId } from '../product/run-id';
import type { Product } from '../product/types';
import { excusesOf } from '../product/waivers';
import { gatherLiterals } from '../report/literals';
import { createRunMask } from '../report/masking';
import { muteSecrets } from '../report/quiet-output';
import { forgetTokens } from '../report/tokens';
import { checks } from './checks';
import type { Check, Said } from './checks/check';
import { openRoom, type Room } from './checks/room';
import { serveIfNeeded } from './serving';

const marks: Readonly<Record<Told['is'], string>> = { fine: '✓', wrong: '✗', unknown: '?', waived: '–' };

new Command('doctor')
  .description('Looks whether everything is there that a run needs, and says how to mend what is not.')
  .parse();
process.exitCode = await main();

/** @returns 0 when a run can begin, 2 when something has to be mended, 3 when something is left unknown */
async function main(): Promise<0 | 2 | 3> {
  try {
    const product = await loadProduct();
    runId();
    muteSecrets(createRunMask(gatherLiterals(product).literals));
    const served = await serveIfNeeded(product);
    const room = openRoom(product);
    try {
      return await examine(room);
    } finally {
      await room.close();
      await served.stop();
      forgetTokens();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return isConfigError(error) ? 2 : 3;
  }
}

async function examine(room: Room): Promise<0 | 2 | 3> {
  const began = Date.now();
  const found: Told['is'][] = [];
  for (const check of checks) {
    const told = (await answersOf(check, room)).map((said) => excused(said, check, room.product));
    found.push(...told.map(({ is }) => is));
    if (told.length > 0) process.stdout.write(`${check.asks}\n${told.map(asLine).join('')}`);
  }
  const wrong = found.filter((is) => is === 'wrong').length;
  const unknown = found.filter((is) => is === 'unknown').length;
  process.stdout.write(`\n${summary(wrong, unknown)} (${Math.round((Date.now() - began) / 1000)} s)\n`);
  if (wrong > 0) return 2;
  return unknown > 0 ? 3 : 0;
}

/** A check that breaks off has found out nothing. */
async function answersOf(check: Check, room: Room): Promise<readonly Said[]> {
  try {
    return await check.run(room);
  } catch (error) {
    if (isConfigError(error)) throw error;
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return [{ is: 'unknown', what: `it could not be found out: ${why}` }];
  }
}

type Told = Omit<Said, 'is'> & { readonly is: Said['is'] | 'waived' };

function excused(said: Said, { id }: Check, product: Product): Told {
  if (said.is === 'fine') return said;
  const waiver = excusesOf(product).find(
    ({ is, what }) => is === 'waived' && (what === id || what === said.about),
  );
  return waiver ? { ...said, is: 'waived', next: waiver.why } : said;
}

function asLine({ is, what, next }: Told): string {
  return `  ${marks[is]} ${what}${next === undefined ? '' : `\n    → ${next}`}\n`;
}

function summary(wrong: number, unknown: number): string {
  if (wrong > 0) return `${wrong} to mend${unknown > 0 ? `, ${unknown} unknown` : ''}.`;
  if (unknown > 0) return `Nothing is wrong; ${unknown} left unknown, and a run will say so.`;
  return 'All is well: npm start can begin.';
}
