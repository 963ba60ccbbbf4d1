import type { Page, Request, Response } from '@playwright/test';
import { pauseOf } from '../politeness';
import { isDropped, isOnlyAcknowledged } from './acknowledged';
import { openChat } from './open';
import type { Look } from './read';
import { recogniseCall } from './recognise';
import { replyBetween } from './reply';
import { send } from './send';
import { atRest, type Settled, settled } from './settle';
import { type Carrier, followTraffic, type Traffic } from './traffic';
import type { Became, ChatOptions, Silence, Turn } from './turn';
import { type ChatView, viewOf } from './view';
import { pause } from './wait';
import { widgetFor } from './widgets/index';
import type { Widget } from './widgets/widget';

/**
 * Asks a page's chatbot one question, as a person would, and waits for the whole answer. Where the chat says 429, it is
 * asked again after the pause that it wants, as long as there is time for that.
 *
 * @returns what became of it; only `answered` may be judged
 * @throws {ConfigError} when the widget is not known, or no more messages are allowed
 */
export async function askInPage(page: Page, question: string, options: ChatOptions = {}): Promise<Turn> {
  const until = Date.now() + (options.waitWhenThrottled ?? 10_000);
  for (;;) {
    const asked = await askOnce(page, question, options);
    const wait = asked.is === 'throttled' ? (asked.retryAfter ?? usualPause) : Infinity;
    if (Date.now() + wait > until) return asked;
    await pause(wait);
  }
}

async function askOnce(page: Page, question: string, options: ChatOptions): Promise<Turn> {
  const widget = widgetFor(options);
  const traffic = followTraffic(page);
  const composer = await openChat(page, options);
  if (composer === undefined)
    return { is: 'broken', detail: 'the page shows no chat in which something could be typed' };
  const view = viewOf(page, widget, composer);
  const before = await atRest(view, traffic);
  if (before === undefined) return { is: 'broken', detail: 'the chat went away while it was being read' };
  options.politeness?.countChatMessage();
  return turn({ page, widget, traffic, view, before, question }, options.answerWithin ?? 30_000);
}

/** Milliseconds of pause after a 429 that does not say how long. */
const usualPause = 3_000;

interface Asking {
  readonly page: Page;
  readonly widget: Widget;
  readonly traffic: Traffic;
  readonly view: ChatView;
  readonly before: Look;
  readonly question: string;
}

async function turn(asking: Asking, patience: number): Promise<Turn> {
  const { page, widget, traffic, view, question } = asking;
  traffic.mark();
  const started = Date.now();
  if (!(await send(page, view, widget, question, proofOf(asking)))) {
    return {
      is: 'broken',
      detail: 'the question could not be sent: no request or frame carried it, and no echo appeared',
    };
  }
  const outcome = await settled({ ...asking, quiet: widget.quiet, until: started + patience });
  const carrier = traffic.carrying(question);
  const became = {
    ...classified(outcome, responseTo(carrier, traffic), Date.now() - started),
    silence: silenceOf(outcome, started),
  };
  if (carrier === undefined) return became;
  const call = recogniseCall(carrier.wire, question);
  return { ...became, wire: carrier.wire, ...(call && { call }) };
}

function silenceOf({ signAt }: Settled, started: number): Silence {
  if (signAt === undefined) return { ms: Date.now() - started, until: 'nothing' };
  return { ms: signAt - started, until: 'a sign' };
}

function proofOf(asking: Asking) {
  return { isSent: () => isSent(asking), isNothingSent: () => !asking.traffic.hasSent() };
}

async function isSent({ traffic, view, before, question }: Asking): Promise<boolean> {
  if (traffic.carrying(question) !== undefined) return true;
  const now = await view.look();
  return now !== undefined && replyBetween(before, now, question).echoed;
}

/** What the question was answered with; `undefined` where no request carried it, or there is no answer yet. */
function responseTo(carrier: Carrier | undefined, traffic: Traffic): Response | 'failed' | undefined {
  if (carrier?.request === undefined) return undefined;
  const { request } = carrier;
  if (!isOnlyAcknowledged(request, traffic)) return outcomeOf(request);
  const last = traffic.askedOnAfter(request).findLast((one) => traffic.endOf(one) !== undefined) ?? request;
  return isDropped(last) ? (last.existingResponse() ?? undefined) : outcomeOf(last);
}

function outcomeOf(request: Request): Response | 'failed' | undefined {
  const response = request.existingResponse() ?? undefined;
  // Widgets drop the body of an answer that they do not like: the status was there before.
  if (response !== undefined && response.status() >= 400) return response;
  return request.failure() === null ? response : 'failed';
}

/** What a turn was, by its HTTP status first: a widget says much the same whatever went wrong. */
function classified(
  { reply, complete }: Settled,
  response: Response | 'failed' | undefined,
  ms: number,
): Became {
  if (response === 'failed') return { is: 'broken', detail: 'the chat’s request got no answer' };
  const refused = response && refusalOf(response);
  if (refused) return refused;
  if (reply.text !== '') return { is: 'answered', text: reply.text, ms, complete };
  if (reply.aside && response === undefined)
    return { is: 'broken', detail: 'the chat shows an error of its own' };
  const detail = complete
    ? 'the chat’s answer was empty'
    : `the chat did not answer within ${Math.round(ms / 1000)} s`;
  return { is: 'unanswered', detail };
}

/** What a status below 400 does not say: that there is no answer, and why. */
function refusalOf(response: Response): Exclude<Became, { is: 'answered' }> | undefined {
  const status = response.status();
  const detail = `the chat answered ${status}`;
  if (status === 401 || status === 403) return { is: 'unauthenticated', detail };
  if (status === 429) {
    const after = response.headers()['retry-after'];
    return {
      is: 'throttled',
      detail,
      ...(after !== undefined && { retryAfter: pauseOf(after, Date.now()) }),
    };
  }
  return status >= 400 ? { is: 'broken', detail } : undefined;
}
