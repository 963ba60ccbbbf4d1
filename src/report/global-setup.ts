import type { FullConfig } from '@playwright/test';
import { loadProduct } from '../product/load';
import { forgetPauses } from '../product/pauses';
import { refuseRehearsal } from '../product/rehearsal';
import { refuseWithoutRedaction } from './guard-reporters';

/**
 * Before anything is run: only against what really answers, with reporters that give away nothing, and with a product
 * whose values are known, for else nobody could mask them.
 *
 * @returns what to do when all is over
 */
// oxlint-disable-next-line import/no-default-export -- Playwright loads a default export.
export default async function globalSetup(config: FullConfig): Promise<() => void> {
  refuseRehearsal();
  refuseWithoutRedaction(config);
  await loadProduct();
  return () => forgetPauses();
}
