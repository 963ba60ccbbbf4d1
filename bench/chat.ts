import type { Browser } from '@playwright/test';
import { atOnce } from '../src/attempts/at-once';
import { askInPage } from '../src/product/chat';
import type { Millis } from '../src/words';
import { endMarkOf } from '../selftest/widgets/bot';
import { type Case, cases, launch, questionOf, turns, visit } from '../selftest/widgets/drive';
import { type Rig, startRig } from '../selftest/widgets/rig';
import { variants } from '../selftest/widgets/variants';
import { median } from './parts/median';

/** What came of one question. */
interface Taken {
  readonly page: string;
  readonly device: string;
  /** Whether the answer's last words were in it, and the driver called it complete. */
  readonly isWhole: boolean;
  /** From the answer's last byte, as it left the bot, to its being taken; below 0 it was taken too early. */
  readonly lag: Millis;
}

/** Pages at once: more of them would measure the machine. */
const underWay = 4;

/**
 * Asks every page of the self-test three questions on two devices, and prints how many of the answers were taken whole,
 * how many before their end, and how long after it.
 */
export async function benchChat(): Promise<readonly Taken[]> {
  const [rig, browser] = await Promise.all([startRig(variants), launch()]);
  try {
    const taken = (await atOnce(cases, underWay, (one) => askAll(rig, browser, one))).flat();
    print(taken);
    return taken;
  } finally {
    await browser.close();
    await rig.stop();
  }
}

async function askAll(rig: Rig, browser: Browser, one: Case): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  await visit({ rig, browser }, one, async (page) => {
    for (const turn of turns) {
      const question = questionOf(one, turn);
      const answer = await askInPage(page, question);
      const at = Date.now();
      const ended = rig.bot.heard.find((heard) => heard.question === question)?.endedAt ?? Infinity;
      const isWhole =
        answer.is === 'answered' && answer.complete && answer.text.includes(endMarkOf(question));
      taken.push({ page: one.variant.name, device: one.device, isWhole, lag: at - ended });
    }
  });
  return taken;
}

function print(taken: readonly Taken[]): void {
  const rows = variants.map(
    ({ name }) => [name, summary(taken.filter(({ page }) => page === name))] as const,
  );
  console.log('The chat driver, told nothing: each page three times on two devices (ms after the last byte)');
  console.table(Object.fromEntries([...rows, ['all', summary(taken)]]));
}

function summary(taken: readonly Taken[]) {
  const lags = taken.map(({ lag }) => lag);
  return {
    turns: taken.length,
    whole: taken.filter(({ isWhole }) => isWhole).length,
    early: lags.filter((lag) => lag <= 0).length,
    median: median(lags),
    longest: Math.max(...lags),
  };
}

await benchChat();
