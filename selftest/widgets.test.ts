import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { askInPage } from '../src/product/chat';
import { type ChatCall, changedCall } from '../src/product/chat/recognise';
import { answerTo, endMarkOf } from './widgets/bot';
import { cases, launch, questionOf, turns, visit } from './widgets/drive';
import { type Rig, startRig } from './widgets/rig';
import type { Variant } from './widgets/variant';
import { variants } from './widgets/variants';
import { sitePassword, told } from './widgets/variants/told';

/** The driver is told nothing about any of these pages: no selector, no preset, no name. */
let rig: Rig;
let browser: Browser;

beforeAll(async () => {
  rig = await startRig([...variants, told]);
  browser = await launch();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await rig.stop();
});

/** Milliseconds between the last byte of an answer and the moment at which it was taken, one for each turn. */
const lags: number[] = [];

test.concurrent.for(cases)(
  '$title: three whole answers, each question sent once, nothing else touched',
  { timeout: 180_000 },
  (visited) =>
    visit({ rig, browser }, visited, async (page) => {
      const { variant } = visited;
      let call: ChatCall | undefined;
      for (const turn of turns) {
        const question = questionOf(visited, turn);
        const answer = await askInPage(page, question);
        const taken = Date.now();
        const heard = rig.bot.heard.filter((one) => one.question === question);
        expect(answer).toMatchObject({
          is: 'answered',
          complete: true,
          text: expect.stringContaining(endMarkOf(question)),
        });
        expect(answer).not.toMatchObject({ text: expect.stringContaining('looking at this boat') });
        expect(heard).toHaveLength(1);
        ({ call } = answer);
        expect(named(call)).toEqual(variant.identifiers);
        lags.push(taken - (heard[0]?.endedAt ?? Infinity));
      }
      expect(await touchedIn(page)).toEqual([]);
      if (call?.wire.kind === 'request') await expectToReach(call, variant);
      expect(page.url()).toBe(rig.addressOf(variant));
    }),
);

const overrides = {
  sitePassword,
  launcher: '#more',
  frame: 'harbour',
  opening: ['I am a customer'],
  composer: '#note',
  send: '#go',
  messages: '#talk',
  quiet: 1_500,
} as const;

test.concurrent(
  'a chat that cannot be told by its looks is found by what the config says of it',
  { timeout: 180_000 },
  () =>
    visit({ rig, browser }, { variant: told, device: 'desktop' }, async (page) => {
      for (const turn of turns) {
        const question = `When does my boat leave, about told-${turn}?`;
        const answer = await askInPage(page, question, overrides);
        const whole = rig.bot.heard.filter((one) => one.question === question);
        expect(answer).toMatchObject({ is: 'answered', complete: true, text: answerTo(question).join('') });
        expect(whole).toHaveLength(1);
      }
    }),
);

test.concurrent.for(['sitePassword', 'launcher', 'opening', 'composer', 'send'] as const)(
  'the same chat is not driven without the %s of the config',
  { timeout: 180_000 },
  (missing) =>
    visit({ rig, browser }, { variant: told, device: 'desktop' }, async (page) => {
      const { [missing]: _left, ...rest } = overrides;
      const answer = await askInPage(page, 'When does my boat leave, about nothing?', {
        ...rest,
        openWithin: 6_000,
      });
      expect(answer.is).toBe('broken');
    }),
);

test('no answer is taken before its end', () => {
  expect(lags).toHaveLength(cases.length * turns.length);
  expect(Math.min(...lags)).toBeGreaterThan(0);
});

function named(call: ChatCall | undefined): readonly string[] | undefined {
  return call?.identifiers.map(({ place }) => `${place.part === 'path' ? '/' : ''}${place.at.at(-1)}`);
}

/** What was recognised is enough to ask the bot again without the page, about something else. */
async function expectToReach(call: ChatCall, { accepts = 200 }: Variant): Promise<void> {
  const message = `And when is it back, ${randomUUID()}?`;
  const { url, method = '', body } = changedCall(call, { message });
  const answer = await fetch(url, { method, body, headers: { 'content-type': 'application/json' } });
  expect(answer.status).toBe(accepts);
  await answer.body?.cancel();
  expect(rig.bot.heard.filter(({ question }) => question === message)).toHaveLength(1);
}

/** What of the decoys was pressed or typed into, or holds anything now. */
async function touchedIn(page: Page): Promise<string[]> {
  const touched = await page.evaluate<unknown>('window.touched');
  const filled = await page
    .locator('[data-decoy] :is(input, textarea)')
    .evaluateAll((fields) =>
      fields.flatMap((field) =>
        'value' in field && field.value !== '' ? [`${String(field.value)}: filled`] : [],
      ),
    );
  return [...z.array(z.string()).parse(touched), ...filled];
}
