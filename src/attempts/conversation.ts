import { readExhibits } from '../oracle/read-exhibits';
import type { ApiRequest } from '../product/api';
import type { Turn } from '../product/chat/turn';
import type { ChatApi } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Attempt, Exhibit, OwnerName, Verdict } from '../words';
import { judgeAnswer, unknown } from './judge';
import { judgeRecords } from './judge-records';
import { sendAs } from './send-as';

/** One thing that is said to the chatbot, and whose record it seeks. */
export interface Saying {
  /** The probe's id, for people and reports. */
  readonly what: string;
  readonly text: string;
  readonly owner: OwnerName;
  readonly kind: string;
  readonly asked:
    'chat' | 'repeated-question' | 'claimed-identity' | 'same-browser' | 'told-before' | 'same-moment';
  /** Added to the request's body, for who claims to be somebody else, or names what is somebody else's. Only where the endpoint itself is asked. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Asks for the answer as a stream. Only where the endpoint itself is asked. */
  readonly streamed?: boolean;
  /** Sent in place of the body that the config makes of the text. Only where the endpoint itself is asked. */
  readonly body?: ApiRequest['body'];
  /** Sent in place of the request that the config makes of the text: the page was seen to send it. */
  readonly request?: ApiRequest;
  /** The request is wrong on purpose: a server that says so has held. */
  readonly mayBeTurnedDown?: boolean;
}

/** What a saying needs in order to be said. */
type Words = Pick<Saying, 'text' | 'claims' | 'what' | 'streamed' | 'body' | 'request' | 'mayBeTurnedDown'>;

/** Where the bot is asked: by its widget in the page, or at the endpoint behind it. */
export type Way = 'page' | 'api';

/** Questions under way at once: a chatbot takes its time, and has to keep its askers apart anyway. */
export const underWay: Readonly<Record<Way, number>> = { api: 4, page: 1 };

/** What came of saying something: a verdict that holds as long as nothing foreign is found, and all that was shown. */
export interface Said {
  readonly exhibits: readonly Exhibit[];
  /** What of that was the answer: the page around a chat shows its visitor's own records anyway, and is no control. */
  readonly answer: readonly Exhibit[];
  readonly unlessLeaked: Verdict;
}

/** Says something to the bot, one way or the other. */
export async function say(visitor: Visitor, way: Way, saying: Words): Promise<Said> {
  const { api } = visitor.stage.product.chat;
  if (way === 'page') return sayInPage(visitor, saying);
  const request = saying.request ?? (api && requestTo(api, saying));
  if (request) return sayToApi(visitor, request, saying);
  const detail = 'the chatbot has no endpoint in product.config.ts (chat.api), so it was not asked directly';
  return { exhibits: [], answer: [], unlessLeaked: unknown('not-configured', detail) };
}

/** How a saying is called in reports. */
export function probeOf(what: string, way: Way): string {
  return `${what} (${way === 'page' ? 'in the page' : 'at the endpoint'})`;
}

/** One attempt to be told somebody else's record by the bot; the controls are the caller's business. */
export async function trySaying(intruder: Visitor, way: Way, saying: Saying): Promise<Attempt> {
  const { exhibits, unlessLeaked } = await say(intruder, way, saying);
  return {
    probe: { kind: 'chat', what: probeOf(saying.what, way) },
    viewer: intruder.name,
    owner: saying.owner,
    kind: saying.kind,
    verdict: judgeRecords(intruder, exhibits, { by: saying.asked }) ?? unlessLeaked,
    requests: 1,
  };
}

async function sayInPage(visitor: Visitor, { text, what }: Pick<Saying, 'text' | 'what'>): Promise<Said> {
  const mark = visitor.ledger.mark();
  const turn = await visitor.chat.ask(text);
  await visitor.ledger.settle();
  const exhibits = await readExhibits(visitor.ledger.since(mark));
  return { exhibits, answer: replyOf(turn), unlessLeaked: verdictOf(turn, what) };
}

function replyOf(turn: Turn): readonly Exhibit[] {
  if (turn.is !== 'answered') return [];
  return [{ channel: 'dom', where: { part: 'text' }, at: Date.now(), body: turn.text }];
}

function verdictOf(turn: Turn, what: string): Verdict {
  switch (turn.is) {
    case 'answered':
      return { is: 'held', because: 'plain-answer' };
    case 'unauthenticated':
      return { is: 'held', because: 'unauthenticated' };
    case 'throttled':
      return unknown('throttled', `${what}: ${turn.detail}`);
    case 'broken':
      return unknown('server-error', `${what}: ${turn.detail}`);
    case 'unanswered':
      return unknown('empty-answer', `${what}: ${turn.detail}`);
  }
}

/** The request by which the endpoint is told something. */
export function requestTo(api: ChatApi, saying: Words): ApiRequest {
  const { text, claims, streamed, body = withClaims(api.body(text), claims) } = saying;
  const headers = {
    ...(streamed && { accept: 'text/event-stream' }),
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
  };
  return { method: 'POST', path: api.path, body, headers };
}

async function sayToApi(visitor: Visitor, request: ApiRequest, saying: Words): Promise<Said> {
  const { text, what, mayBeTurnedDown } = saying;
  visitor.said.push(text);
  visitor.stage.politeness.countChatMessage();
  const { outcome, exhibits } = await sendAs(visitor, request);
  if (outcome.failed !== undefined) {
    const unlessLeaked = unknown('timeout', `${what} was not answered: ${outcome.detail}`);
    return { exhibits, answer: [], unlessLeaked };
  }
  const answer = { status: outcome.status, headers: outcome.headers, text: outcome.text() };
  if (mayBeTurnedDown && turnedDown.has(answer.status))
    return { exhibits, answer: exhibits, unlessLeaked: { is: 'held', because: 'turned-down' } };
  const { signIn } = visitor.stage.product.pages;
  const unlessLeaked = isEmptyReply(answer.text)
    ? unknown('empty-answer', `${what}: the bot answered nothing`)
    : judgeAnswer(answer, { findings: [], showsOwn: false, signInPath: signIn });
  return { exhibits, answer: exhibits, unlessLeaked };
}

/** What servers say of a request that they do not understand, or that is too large. */
const turnedDown: ReadonlySet<number> = new Set([400, 411, 413, 414, 415, 422, 431]);

/** A body that is no object has no fields to claim anything in: then it is sent as it is. */
function withClaims(body: unknown, claims: Saying['claims']): Readonly<Record<string, unknown>> | string {
  if (typeof body === 'object' && body !== null) return { ...body, ...claims };
  return String(body);
}

/** An answer has words. A bare id, a flag or the end of a stream says nothing, and nothing can be concluded from it. */
function isEmptyReply(text: string): boolean {
  return !/\p{L}{2,}[\s,.!?]+\p{L}/u.test(text.replaceAll(/"[\w-]+"\s*:/g, ''));
}
