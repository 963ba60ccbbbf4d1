import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Command } from 'commander';
import { siteVariable } from '../product/schema';
import { rehearsalVariable } from '../product/rehearsal';
import { recordedEndpoints } from './planning/recorded';

const command = new Command('plan')
  .description(
    'Counts what a run would send (requests, chat messages, pages), by guarantee and by visitor, and says what would be left out and why. Nothing is sent: the guarantees are rehearsed against answers that the suite makes up. Arguments go to Playwright, as in: npm run plan -- tests/records',
  )
  .argument('[arguments...]', 'files or folders of tests/, and options of Playwright')
  .allowUnknownOption()
  .parse();
process.exitCode = await plan(command.args);

/** @returns 0 when there is a plan, 2 when the configuration is wrong or no guarantee could be rehearsed */
async function plan(args: readonly string[]): Promise<0 | 2> {
  const env = {
    ...process.env,
    [siteVariable]: process.env[siteVariable] ?? 'http://product.invalid',
    [rehearsalVariable]: JSON.stringify(recordedEndpoints() ?? null),
  };
  const child = spawn('npx', ['playwright', 'test', '--config', 'plan.config.ts', ...args], {
    env,
    stdio: 'inherit',
  });
  await once(child, 'close');
  return child.exitCode === 0 ? 0 : 2;
}
