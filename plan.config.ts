import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import guarantees from './playwright.config';

const { webServer: _server, globalSetup: _setup, ...suite } = guarantees;

/** The guarantees as `npm run plan` rehearses them: nothing is started, sent or reported. */
export default defineConfig({
  ...suite,
  outputDir: join('.cache', 'plan'),
  reporter: [['./src/cli/planning/reporter.ts']],
});
