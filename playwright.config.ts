import { cpus } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { loadProduct } from './src/product/load';
import { fingerprintKey } from './src/oracle/fingerprint-key';
import { probeSeed } from './src/attempts/probes/seed';
import { runId } from './src/product/run-id';
import { personas } from './personas';
import { reportFolders } from './src/report/folders';

const product = await loadProduct();
const { root, html } = reportFolders();

// The whole run shares one name, one key and one seed, and Playwright would otherwise copy whole pages into its error files.
runId();
fingerprintKey();
probeSeed();
process.env['PLAYWRIGHT_NO_COPY_PROMPT'] = '1';

// Most of what a worker reads is soon forgotten: with more room for it, half as much time goes into clearing up.
const roomier = '--max-semi-space-size=64';
if (!process.env['NODE_OPTIONS']?.includes(roomier))
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], roomier].join(' ').trim();

/** The reporters, in the order that redaction depends on: it comes first, and the last one searches what all have written. */
export const reporters = (htmlFolder: string): ReporterDescription[] => [
  ['./src/report/redacting-reporter.ts'],
  ['./src/report/facts-reporter.ts'],
  ['list'],
  ['html', { outputFolder: htmlFolder, open: 'never' }],
  ['./src/report/closing-reporter.ts'],
];

/** The guarantees. The gates have a run of their own (gates.config.ts): nothing may run beside them. */
export default defineConfig({
  testDir: './tests',
  testIgnore: 'speed/**',
  globalSetup: './src/report/global-setup.ts',
  outputDir: join(root, 'artefacts'),
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  // Visitors often wait (for pages to load, for a bot to finish): two for each processor keep all busy.
  workers: 2 * cpus().length,
  timeout: 180_000,
  metadata: { stage: 'guarantees', personas: Object.keys(personas) },
  reporter: reporters(html),
  use: { trace: 'off', screenshot: 'off', video: 'off' },
  ...(product.serve &&
    !process.env['SITE_URL'] && {
      webServer: {
        command: product.serve.command,
        wait: { stdout: product.serve.ready },
        gracefulShutdown: { signal: 'SIGTERM', timeout: 3_000 },
      },
    }),
});
