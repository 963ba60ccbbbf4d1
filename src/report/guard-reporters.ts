import { basename } from 'node:path';
import type { FullConfig } from '@playwright/test';

const first = 'redacting-reporter.ts';
const last = 'closing-reporter.ts';

/**
 * Refuses to run when what the run leaves would not be redacted: `--reporter` on the command line replaces the list of
 * `playwright.config.ts`, the redaction included. To be called in global setup, which sees the list as it came out.
 * @throws one sentence that says what to do instead
 */
export function refuseWithoutRedaction(config: Pick<FullConfig, 'reporter'>): void {
  const names = config.reporter.map(([name]) => basename(name));
  if (names[0] === first && names.includes(last)) return;
  const seen = names.length === 0 ? 'none' : names.join(', ');
  throw new Error(
    `Nothing was run: the reporters are ${seen}, and reports would hold passwords, tokens and people's data, because ` +
      `${first} must come first and ${last} must be among them. Leave --reporter out; to add one, use --add-reporter=NAME.`,
  );
}
