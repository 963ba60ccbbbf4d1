import type { Millis } from '../../words';
import { isOnlyAcknowledged } from './acknowledged';
import type { Look } from './read';
import { hasNewPicture, type Reply, replyBetween } from './reply';
import type { Carrier, Traffic } from './traffic';
import { pause } from './wait';
import type { ChatView } from './view';

/** Milliseconds, measured over 60 replies of ten widgets. */
const quiet = {
  usual: 800,
  whenPushed: 2_000,
  drawn: 400,
  typing: 8_000,
  strangers: 5_000,
  empty: 5_000,
  before: { rest: 300, longest: 5_000 },
} as const;

/** Milliseconds between two looks at an answer; the last one comes when there was quiet for long enough. */
const interval = 100;

/** Where a conversation stood when patience or the answer ended. */
export interface Settled {
  readonly reply: Reply;
  readonly complete: boolean;
  /** When there was first anything to be seen of an answer, of work on one or of an error. */
  readonly signAt?: Millis;
}

interface Watch {
  readonly view: ChatView;
  readonly traffic: Traffic;
  readonly question: string;
  readonly before: Look;
  /** Milliseconds of quiet that the config or the preset asks for. */
  readonly quiet: Millis | undefined;
  /** Milliseconds since the epoch. */
  readonly until: Millis;
}

/**
 * The conversation before a question, once it has stopped changing: earlier messages are often fetched when a chat
 * opens, and would pass for an answer. Waits for 300 ms of rest, and at most 5 s for it.
 *
 * @returns `undefined` when there is no composer any more
 */
export async function atRest(view: ChatView, traffic: Traffic): Promise<Look | undefined> {
  const until = Date.now() + quiet.before.longest;
  let last = await view.look();
  let changed = Date.now();
  while (Date.now() < until) {
    await pause();
    const now = await view.look();
    if (conversationIn(now) !== conversationIn(last)) changed = Date.now();
    last = now;
    const rest = Date.now() - Math.max(changed, traffic.lastEnded());
    if (rest >= quiet.before.rest && traffic.loading().length === 0) return last;
  }
  return last;
}

function conversationIn(look: Look | undefined): string | undefined {
  const own = look?.blocks.filter(({ level }) => level >= look.container);
  return own?.map(({ text }) => text).join('\n');
}

/**
 * Waits until an answer stands still: there is one, nothing is in flight since sending, and nothing changed for
 * 800 ms; for 2 s where text may be pushed. Something that looks like typing holds it up for at most 8 s; a page that goes
 * on asking for an answer of which nothing has come, for as long as it asks.
 */
export async function settled(watch: Watch): Promise<Settled> {
  let reply: Reply = { text: '', echoed: false, aside: false, level: 0 };
  let changed = Date.now();
  let typedSince = Date.now();
  let sign: { readonly signAt?: Millis } = {};
  let first: Drawn['first'] | undefined;
  while (Date.now() < watch.until) {
    const looked = Date.now();
    const now = await watch.view.look();
    let rest: Millis = interval;
    if (now !== undefined) {
      const next = replyBetween(watch.before, now, watch.question);
      if (next.text !== reply.text || next.aside !== reply.aside) changed = typedSince = looked;
      reply = next;
      first ??= { text: reply.text, at: looked };
      if (sign.signAt === undefined && isSign(watch, now, reply)) sign = { signAt: Date.now() };
      const isTyping = now.typing >= Math.max(1, reply.level) && Date.now() - typedSince < quiet.typing;
      const still = Date.now() - Math.max(changed, watch.traffic.lastEnded());
      const wanted = isTyping ? Infinity : stillnessWanted(watch, { reply, changed, still, first });
      if (still >= wanted) return { reply, complete: true, ...sign };
      rest = Math.min(interval, wanted - still);
    }
    await pause(rest);
  }
  return { reply, complete: false, ...sign };
}

/** Whether somebody who looks at the chat can tell that the question was noticed: its own echo tells nothing. */
function isSign({ before, question }: Watch, now: Look, reply: Reply): boolean {
  const isTyping = now.typing >= Math.max(1, reply.level) && now.typing > before.typing;
  if (reply.text !== '' || reply.aside || isTyping || now.busy > before.busy) return true;
  return hasNewPicture(before, now, question);
}

/** An answer as it is drawn so far. */
interface Drawn {
  readonly reply: Reply;
  readonly changed: Millis;
  readonly still: Millis;
  /** What stood there when it was first looked at. */
  readonly first: { readonly text: string; readonly at: Millis };
}

/** Milliseconds without a change after which an answer is complete; endless while one is still on its way. */
function stillnessWanted({ traffic, question, ...watch }: Watch, drawn: Drawn): Millis {
  const { reply, changed, still } = drawn;
  const open = traffic.inFlight();
  const answer = traffic.carrying(question);
  if (hasRefused(answer, traffic)) return quiet.usual;
  if (answer?.request !== undefined && open.includes(answer.request)) return Infinity;
  if (isWaitedFor(drawn, answer, traffic)) return Infinity;
  if (open.length > 0 && still < quiet.strangers) return Infinity;
  if (reply.text === '' && !reply.aside) return quiet.empty;
  if (watch.quiet !== undefined) return watch.quiet;
  if (!comesOtherwise(traffic, answer, changed)) return quiet.usual;
  return Math.max(quiet.whenPushed, 2.5 * traffic.pollsEvery());
}

/** Whether the page still asks for an answer of which nothing has come: no words, or none but those that promise it. */
function isWaitedFor({ reply, first }: Drawn, answer: Carrier | undefined, traffic: Traffic): boolean {
  if (answer?.request === undefined || reply.aside || reply.text !== first.text) return false;
  if (!traffic.stillAsksAfter(answer.request)) return false;
  const accepted = traffic.endOf(answer.request);
  return reply.text === '' || (accepted !== undefined && first.at <= accepted + quiet.drawn);
}

/**
 * Whether an answer may come by another way than as the answer to the question's own request: over what pushes, by what
 * is asked for afterwards, or as something that was drawn long after that request had ended.
 */
function comesOtherwise(traffic: Traffic, answer: Carrier | undefined, changed: Millis): boolean {
  if (traffic.mayPush() || answer?.request === undefined) return true;
  const ended = traffic.endOf(answer.request);
  return ended !== undefined && (changed > ended + quiet.drawn || traffic.hasAskedSince(ended));
}

/** A request that failed brings no more text, unless it was the page that gave up an answer which it did not need. */
function hasRefused(answer: Carrier | undefined, traffic: Traffic): boolean {
  if (answer?.request === undefined || answer.request.failure() === null) return false;
  return !isOnlyAcknowledged(answer.request, traffic);
}
