import type { Visitor } from '../visit/visitor';
import type { Attempt, Verdict } from '../words';
import { betweenControls, type Control } from './controls';
import { unknown } from './judge';
import { namedWhereOnlySomeBrowsersShow } from './only-in-some-browsers';
import { ownPageControl, planOf, tryPage, type PageTry } from './page';

/** A page that is tried, and how its keeper proves that there is something to be seen on it. */
export interface GuardedPage {
  readonly tried: PageTry;
  readonly control: Control;
}

/**
 * The same pages tried by several visitors at once: for each page one set of the keeper's controls serves all of them.
 * Each has to be shown, on one of these pages or else on a private one, what is its own.
 */
export async function tryPages(
  intruders: readonly Visitor[],
  pages: readonly GuardedPage[],
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const { tried, control } of pages) {
    const plans = intruders.map((intruder) => planOf(intruder, tried));
    const tryAll = () => Promise.all(intruders.map((intruder) => tryPage(intruder, tried)));
    const tries = await betweenControls(control, plans, tryAll);
    attempts.push(...namedWhereOnlySomeBrowsersShow(tries, intruders, tried.path));
  }
  const byIntruder = intruders.map((intruder) =>
    withOwnControl(
      intruder,
      attempts.filter(({ viewer }) => viewer === intruder.name),
    ),
  );
  return (await Promise.all(byIntruder)).flat();
}

/** Not being shown a record proves nothing of a visitor that is not shown its own either. */
async function withOwnControl(intruder: Visitor, attempts: readonly Attempt[]): Promise<readonly Attempt[]> {
  const held = attempts.filter(({ verdict }) => verdict.is === 'held');
  if (held.length === 0 || held.some(({ verdict }) => showedOwn(verdict))) return attempts;
  const wrong = await ownPageControl(intruder);
  if (wrong === undefined) return attempts;
  return attempts.map((attempt) =>
    attempt.verdict.is === 'held' ? { ...attempt, verdict: unknown('control-failed', wrong) } : attempt,
  );
}

function showedOwn(verdict: Verdict): boolean {
  return verdict.is === 'held' && verdict.because === 'own-records-only';
}
