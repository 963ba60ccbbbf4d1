import { defineConfig } from 'vitest/config';

/** `unit` sits beside the code and is quick; `selftest` is whole runs through the real command line. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,demo,setup,bench,personas}/**/*.test.{ts,mjs}'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'selftest',
          include: ['selftest/*.test.ts'],
          // Each file starts whole runs, several at once: files one after the other.
          fileParallelism: false,
          testTimeout: 2_400_000,
          hookTimeout: 2_400_000,
        },
      },
    ],
  },
});
