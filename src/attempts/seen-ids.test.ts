import { expect, test } from 'vitest';
import { type ChatCall, recogniseCall } from '../product/chat/recognise';
import type { Visitor } from '../visit/visitor';
import { sampleVisitor } from './recorder/sample-visitor';
import { carriesRecords, type SeenChat } from './seen-chat';
import { seenSayings } from './seen-ids';

const text = 'Which invoices do I have?';
const records = [
  { owner: 'userA', kind: 'invoice', fields: { number: 'INV-8841-2207' } },
  { owner: 'userA', kind: 'chat message', fields: { message: 'The walnut desk goes to the bakery' } },
];
const keeper = sampleVisitor(records, { chat: { pages: ['/'], ask: { invoice: text } } });
const intruder: Visitor = Object.assign(sampleVisitor(records), {
  name: 'userB',
  persona: { account: 'userB', session: 'live', sees: ['userB'] },
  session: { account: 'userB', userId: 'user-of-b', accessToken: 't', raw: {} },
});

const asPageSent = { question: text, threadId: 'thread-of-a-1', userId: 'user-of-a' };

function callOf(content: object): ChatCall {
  const url = 'https://shop.example/ask';
  const call = recogniseCall({ kind: 'request', method: 'POST', url, body: JSON.stringify(content) }, text);
  if (call === undefined) throw new Error('not recognised');
  return call;
}

/** What is tried, as `[what, body]`, when the keeper's page was seen to send this. */
function tried(content: object, retells: string | null = 'chat message') {
  const question = { kind: 'invoice', text };
  const seen: SeenChat = { call: callOf(content), headers: {}, question, retells: retells ?? undefined };
  return seenSayings(intruder, keeper, seen).map(({ what, request }) => {
    const body: unknown = typeof request?.body === 'string' ? JSON.parse(request.body) : undefined;
    return [what, body] as const;
  });
}

const inKeepersConversation = "a question that goes on with a conversation of userA's";
const inKeepersName = "ordinary question for one's own invoice, sent as userA's page sends it";
const claiming = "ordinary question for one's own invoice, claiming to be userA";

test('the conversation, the person and a claim are tried apart, each beside what is the visitor’s own', () => {
  const [conversation, person, claim, ...more] = tried(asPageSent);
  expect(more).toEqual([]);
  expect(conversation).toMatchObject([
    inKeepersConversation,
    { threadId: 'thread-of-a-1', userId: 'user-of-b', question: expect.stringMatching(/earlier/) },
  ]);
  expect(person).toMatchObject([inKeepersName, { userId: 'user-of-a', question: text }]);
  expect(claim).toMatchObject([claiming, { userId: 'user-of-a', user_id: 'user-of-a', question: text }]);
  for (const [, body] of [person, claim].filter((one) => one !== undefined))
    expect(body).not.toMatchObject({ threadId: 'thread-of-a-1' });
});

test('a conversation that retells nothing is not gone on with', () => {
  expect(tried(asPageSent, null).map(([what]) => what)).toEqual([inKeepersName, claiming]);
});

test('a request that carries what the keeper said before is told from one that only names the keeper', () => {
  const earlier = [{ text: 'The walnut desk goes to the bakery' }];
  expect(carriesRecords(keeper, callOf({ ...asPageSent, earlier }))).toBe(true);
  expect(carriesRecords(keeper, callOf({ ...asPageSent, userEmail: 'INV-8841-2207' }))).toBe(false);
});

test('a request that names nobody takes a claim', () => {
  expect(tried({ question: text }, null).map(([what]) => what)).toEqual([claiming]);
});
