import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import guarantees, { reporters } from './playwright.config';
import { reportFolders } from './src/report/folders';

/** The gates: Lighthouse and the speed of reads, one at a time and nothing beside them. */
export default defineConfig({
  ...guarantees,
  testIgnore: [],
  testMatch: 'speed/**/*.spec.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  metadata: { ...guarantees.metadata, stage: 'gates' },
  reporter: reporters(join(reportFolders().root, 'gates')),
});
