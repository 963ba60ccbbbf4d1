import type { Page } from '@playwright/test';
import { openChat } from './open';
import type { Look } from './read';
import { replyBetween } from './reply';
import { send } from './send';
import { atRest, type Settled, settled } from './settle';
import { type Carrier, followTraffic, type Traffic } from './traffic';
import type { ChatOptions, Turn } from './turn';
import { type ChatView, viewOf } from './view';
import { widgetNamed } from './widgets/index';
import type { Widget } from './widgets/widget';

/**
 * Asks a page's chatbot one question, as a person would, and waits for the whole answer.
 *
 * @returns what became of it; only `answered` may be judged
 * @throws {ConfigError} when the widget is not known, or no more messages are allowed
 */
export async function askInPage(page: Page, question: string, options: ChatOptions = {}): Promise<Turn> {
  const widget = widgetNamed(options.widget);
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
  if (!(await send(page, view, widget, question, () => isSent(asking)))) {
    return {
      is: 'broken',
      detail: 'the question could not be sent: no request or frame carried it, and no echo appeared',
    };
  }
  const outcome = await settled({ ...asking, until: started + patience });
  const carrier = traffic.carrying(question);
  return classified(outcome, carrier, await statusOf(carrier), Date.now() - started);
}

async function isSent({ traffic, view, before, question }: Asking): Promise<boolean> {
  if (traffic.carrying(question) !== undefined) return true;
  const now = await view.look();
  return now !== undefined && replyBetween(before, now, question).echoed;
}

/** The HTTP status of the request that carried the question; `undefined` when there is none. */
async function statusOf(carrier: Carrier | undefined): Promise<number | 'failed' | undefined> {
  if (carrier?.request === undefined) return undefined;
  if (carrier.request.failure() !== null) return 'failed';
  return carrier.request.existingResponse()?.status();
}

/** What a turn was, by its HTTP status first: a widget says much the same whatever went wrong. */
function classified(
  { reply, complete }: Settled,
  carrier: Carrier | undefined,
  status: number | 'failed' | undefined,
  ms: number,
): Turn {
  const wire = carrier === undefined ? {} : { wire: carrier.wire };
  if (status === 'failed') return { is: 'broken', detail: 'the chat’s request got no answer', ...wire };
  if (status === 401 || status === 403)
    return { is: 'unauthenticated', detail: `the chat answered ${status}`, ...wire };
  if (status === 429) return { is: 'throttled', detail: 'the chat answered 429', ...wire };
  if (status !== undefined && status >= 400)
    return { is: 'broken', detail: `the chat answered ${status}`, ...wire };
  if (reply.text !== '') return { is: 'answered', text: reply.text, ms, complete, ...wire };
  if (reply.aside && status === undefined)
    return { is: 'broken', detail: 'the chat shows an error of its own', ...wire };
  const detail = complete
    ? 'the chat’s answer was empty'
    : `the chat did not answer within ${Math.round(ms / 1000)} s`;
  return { is: 'unanswered', detail, ...wire };
}
