import { readExhibits } from '../oracle/read-exhibits';
import {
  changedCall,
  type ChatCall,
  type Changes,
  type Identifier,
  type Place,
  takesFields,
} from '../product/chat/recognise';
import type { ApiRequest } from '../product/api';
import { rehearsedChat } from '../visit/rehearsal';
import type { Visitor } from '../visit/visitor';
import type { Exchange } from '../evidence';
import { absentIdLike } from './absent-id';
import { say } from './conversation';
import { showsRecordOf } from './look';
import { notChecked } from './not-checked';
import { ownQuestionsOf, type OwnQuestion } from './own-question';
import { addressOf } from './probes/named';
import { headersToSend } from './recorder/carried';
import { answersOf, recordsIn } from './recorder/measure';
import { tellingOf, worthTelling } from './worth-telling';

/** The chatbot's request as the keeper's own page sent it: enough to ask the bot without a page, and without a config. */
export interface SeenChat {
  readonly call: ChatCall;
  /** What the page sent besides, without what belongs to a session. */
  readonly headers: Readonly<Record<string, string>>;
  /** The question by which the bot was seen to show the keeper a record of its own. */
  readonly question: OwnQuestion;
  /** The kind of record that the keeper's conversation retells, once it was told one; `undefined` where it retells nothing. */
  readonly retells: string | undefined;
}

/** Asks for what was said in a conversation. */
export const recall = 'What did we talk about earlier?';

/**
 * Has the keeper ask the chatbot in the page, and reads off the page's traffic how that is sent. Throws when the bot does not
 * answer the keeper: then nothing is known.
 *
 * @returns what was seen, or why it is nothing that others could send
 */
export async function seeChat(keeper: Visitor): Promise<SeenChat | { readonly why: string }> {
  const { ledger, stage } = keeper;
  const [question] = ownQuestionsOf(keeper);
  if (!question) throw failed(keeper, `no question of chat.ask is about a record of ${keeper.name}`);
  const [from, mark] = [ledger.exchanges().length, ledger.mark()];
  const turn = await keeper.chat.ask(question.text);
  if (turn.is !== 'answered') throw failed(keeper, turn.detail);
  if (stage.rehearsal) return rehearsed(keeper, question);
  await ledger.settle();
  if (!showsOwn(keeper, await readExhibits(ledger.since(mark)), question.kind))
    throw failed(
      keeper,
      `asked "${question.text}", the chatbot does not show ${keeper.name} its own ${question.kind}`,
    );
  const { call, wire } = turn;
  if (wire === undefined)
    return { why: 'no request of the page carries the question in a form that can be read' };
  if (wire.kind === 'web-socket')
    return { why: 'the chatbot is asked over a web socket, whose frames are not sent again' };
  const { host } = new URL(wire.url);
  if (!stage.product.allowedHosts.includes(host))
    return { why: `the chatbot is asked at ${host}, which is no host of the config (allowedHosts)` };
  if (call === undefined)
    return { why: 'the question stands in the page’s request in a form that cannot be changed' };
  const exchange = ledger
    .exchanges()
    .slice(from)
    .findLast((one) => isOf(call, one));
  const shown = exchange && (await recordsIn(keeper, answersOf([exchange])));
  if (!shown?.some(({ owner }) => owner === keeper.persona.account))
    return { why: 'what the chatbot says is not in the answer to the request that asks it' };
  if (carriesRecords(keeper, call)) return { why: 'the page’s request carries what was said before' };
  const seen = { call, headers: headersToSend(exchange?.headers ?? {}), question };
  const whole = { ...seen, retells: await retold(keeper, seen) };
  return namesSomebody(keeper, whole)
    ? whole
    : { why: 'the request that asks the chatbot names neither a conversation that it retells nor a person' };
}

/** Who sends along what was said before has it from the keeper, and not from the bot. The keeper's identifiers do not count. */
export function carriesRecords(keeper: Visitor, call: ChatCall): boolean {
  const identifiers = call.identifiers.map(({ place, value }) => ({ place, value: absentIdLike(value) }));
  const { url, body } = changedCall(call, { message: '', identifiers });
  const exhibit = { channel: 'request', where: { part: 'body' }, at: 0, body: `${url}\n${body}` } as const;
  return keeper.stage.oracle.shows([exhibit], { owner: keeper.persona.account ?? keeper.name }, []);
}

function namesSomebody({ session }: Visitor, { call, retells }: SeenChat): boolean {
  const isPerson = call.identifiers.some(({ of }) => of === 'person');
  return retells !== undefined || isPerson || (session?.userId !== undefined && takesFields(call.wire));
}

/** As most widgets ask: with the id of a conversation. */
async function rehearsed(keeper: Visitor, question: OwnQuestion): Promise<SeenChat> {
  const url = new URL(rehearsedChat, keeper.stage.product.site).href;
  const place = (at: string): Place => ({ part: 'body', at: [at] });
  const call: ChatCall = {
    wire: { kind: 'request', url, method: 'POST', body: '{"question":"","conversation_id":"of-nobody"}' },
    message: place('question'),
    identifiers: [{ place: place('conversation_id'), of: 'conversation', value: 'of-nobody' }],
  };
  const seen = { call, headers: {}, question };
  return { ...seen, retells: await retold(keeper, seen) };
}

function failed({ stage }: Visitor, detail: string): Error {
  return notChecked(stage.facts, { what: 'control-failed', detail });
}

function isOf({ wire }: ChatCall, { url, method, body }: Exchange): boolean {
  return url === wire.url && method === wire.method && (body === undefined || body === wire.body);
}

function showsOwn(visitor: Visitor, exhibits: Parameters<typeof showsRecordOf>[1], kind: string): boolean {
  return showsRecordOf(visitor, exhibits, visitor.persona.account ?? visitor.name, kind);
}

/** Whether a conversation can be made to tell what was said in it, by its id: tried with something of the keeper's own. */
async function retold(
  keeper: Visitor,
  seen: Pick<SeenChat, 'call' | 'headers'>,
): Promise<string | undefined> {
  const told = worthTelling(keeper);
  if (!told || !seen.call.identifiers.some(({ of }) => of === 'conversation')) return undefined;
  const asking = (what: string, text: string) =>
    say(keeper, 'api', { what, text, request: requestWith(seen, { message: text }) });
  await asking('telling', tellingOf(told));
  const { exhibits } = await asking('control', recall);
  // What the keeper itself has typed is what is to come back here.
  const owner = keeper.persona.account ?? keeper.name;
  const kinds = [told.kind, ...kindsOf(keeper, owner)];
  return kinds.find((kind) => keeper.stage.oracle.shows(exhibits, { owner, kind }, []));
}

function kindsOf({ stage }: Visitor, owner: string): readonly string[] {
  return stage.product.records.filter((record) => record.owner === owner).map(({ kind }) => kind);
}

/** The keeper's request with other words or in another name, for whoever sends it. */
export function requestWith(
  { call, headers }: Pick<SeenChat, 'call' | 'headers'>,
  changes: Changes,
): ApiRequest {
  const { url, method = 'POST', body } = changedCall(call, changes);
  return { method, path: url, headers, ...(body !== '' && { body }) };
}

/** What a visitor would send in place of the keeper's identifiers: a conversation that nobody has, and its own person. */
export function ownIdentifiers(
  { call }: Pick<SeenChat, 'call'>,
  { stage, session, persona }: Visitor,
  which: readonly Identifier['of'][],
): NonNullable<Changes['identifiers']> {
  const address = persona.account === null ? undefined : addressOf(persona.account, stage.product);
  const own = ({ of, value }: Identifier) => {
    if (of === 'conversation') return undefined;
    return value.includes('@') ? address : session?.userId;
  };
  return call.identifiers
    .filter(({ of }) => which.includes(of))
    .map((one) => ({ place: one.place, value: own(one) ?? absentIdLike(one.value) }));
}
