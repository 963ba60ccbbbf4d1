import type { Visitor } from '../visit/visitor';
import type { Attempt } from '../words';
import { betweenControls, type Control } from './controls';
import { ownPageControl, planOf, tryPage, type PageTry } from './page';

/** A page that is tried, and how its keeper proves that there is something to be seen on it. */
export interface GuardedPage {
  readonly tried: PageTry;
  readonly control: Control;
}

/** The same pages tried by several visitors at once: for each page one set of the keeper's controls serves all of them. */
export async function tryPages(
  intruders: readonly Visitor[],
  pages: readonly GuardedPage[],
): Promise<readonly Attempt[]> {
  if (pages.length === 0) return [];
  const wrongs = new Map(
    await Promise.all(intruders.map(async (one) => [one, await ownPageControl(one)] as const)),
  );
  const attempts: Attempt[] = [];
  for (const { tried, control } of pages) {
    const plans = intruders.map((intruder) => planOf(intruder, tried));
    const tryAll = () =>
      Promise.all(intruders.map((intruder) => tryPage(intruder, tried, wrongs.get(intruder))));
    attempts.push(...(await betweenControls(control, plans, tryAll)));
  }
  return attempts;
}
