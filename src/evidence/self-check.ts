import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { Exhibit, Millis } from '../words';
import type { Channel } from './channel';
import { channels as allChannels } from './channels';
import { startSelfCheckSite } from './self-check-site';
import type { BrowserWatch } from './watch-browser';
import { withinTime } from './watched-context';

export interface SelfCheck {
  /** Names of the channels that did not see what was planted in them; empty when the watch can be trusted. */
  readonly missed: readonly string[];
  readonly ms: Millis;
}

/** A channel that cannot be planted in within this time counts as one that missed. */
const patience: Millis = 5_000;

/**
 * Shows one value in each channel, on a page of its own, and looks whether the very listeners that are in use have
 * seen it. The values are made while it runs and reach the page by no other way than the channel's own, or backwards.
 * @param context a prepared context without pages, to be closed by the caller
 */
export const selfCheck = async (
  watch: BrowserWatch,
  context: BrowserContext,
  channels: readonly Channel[] = allChannels,
): Promise<SelfCheck> => {
  const began = Date.now();
  const site = await startSelfCheckSite();
  try {
    const page = await context.newPage();
    const ledger = await watch.of(context, page);
    await page.goto(site.origin);
    const planted = channels.map((channel) => ({
      channel,
      value: `planted${randomBytes(9).toString('hex')}`,
    }));
    const work = planted.map(({ channel, value }) =>
      withinTime(page.evaluate(plantingOf(channel, site.give(value))), patience).catch(() => undefined),
    );
    await Promise.all(work);
    const missing = () =>
      planted.filter(({ channel, value }) => !sees(ledger.exhibits(), channel.name, value));
    const until = Date.now() + patience;
    // A busy browser tells of a download when it gets round to it.
    do await ledger.settle();
    while (missing().length > 0 && Date.now() < until);
    return { missed: missing().map(({ channel }) => channel.name), ms: Date.now() - began };
  } finally {
    site.close();
  }
};

/** The value goes in backwards: that the script itself is seen somewhere is no proof. */
const plantingOf = ({ plant }: Channel, backwards: string): string => `(async () => {
  const backwards = '${backwards}';
  const value = [...backwards].reverse().join('');
  const give = (how) => location.origin + '/' + how + '/' + backwards;
  ${plant}
})()`;

const sees = (exhibits: readonly Exhibit[], channel: string, value: string): boolean =>
  exhibits.some(
    ({ channel: name, body }) =>
      name === channel &&
      (typeof body === 'string' || body instanceof Uint8Array) &&
      Buffer.from(body).includes(value),
  );
