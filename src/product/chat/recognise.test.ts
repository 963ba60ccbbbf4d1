import { expect, test } from 'vitest';
import { changedCall, recogniseCall, takesFields } from './recognise';
import type { Wire } from './turn';

const question = 'Where is my "boat"?';

const post = (path: string, content: unknown): Wire => ({
  kind: 'request',
  method: 'POST',
  url: `https://bot.example${path}`,
  body: JSON.stringify(content),
});

/** Wire by wire: where the message is, and what says whose conversation it is. */
const wires = [
  [
    'deep-chat',
    post('/api/chat', { messages: [{ role: 'user', text: question }] }),
    'body messages.0.text',
    [],
  ],
  [
    'deep-chat with a history that repeats the question',
    post('/api/chat', { messages: [{ text: question }, { text: 'At sea' }, { text: question }] }),
    'body messages.2.text',
    [],
  ],
  [
    'n8n',
    post('/webhook/7d1f/chat', { action: 'sendMessage', sessionId: 'a1-b2', chatInput: question }),
    'body chatInput',
    ['conversation body sessionId a1-b2'],
  ],
  [
    'flowise',
    post('/api/v1/prediction/91e9c803', { question, chatId: 'c-9', streaming: true }),
    'body question',
    ['conversation body chatId c-9'],
  ],
  [
    'typebot',
    post('/api/v1/sessions/cm4x1/continueChat', { message: { type: 'text', text: question } }),
    'body message.text',
    ['conversation path 4 cm4x1'],
  ],
  [
    'open-chat-studio',
    post('/api/chat/s-81/message/', { message: question }),
    'body message',
    ['conversation path 3 s-81'],
  ],
  [
    'botpress',
    post('/trips/messages', {
      conversationId: 'conv-1',
      payload: { type: 'text', text: question },
      metadata: { clientMessageId: 'DvMG' },
    }),
    'body payload.text',
    ['conversation body conversationId conv-1'],
  ],
  [
    'a backend of one’s own that believes everything',
    post('/api/ask?tenantId=t-3', {
      question,
      threadId: 7,
      user: { id: 'u-1', email: 'b@example.com', name: 'B' },
    }),
    'body question',
    [
      'person query tenantId t-3',
      'conversation body threadId 7',
      'person body user.id u-1',
      'person body user.email b@example.com',
    ],
  ],
  [
    'a GET',
    {
      kind: 'request',
      method: 'GET',
      url: `https://bot.example/ask?q=${encodeURIComponent(question)}&session=s9`,
      body: '',
    },
    'query q',
    ['conversation query session s9'],
  ],
  [
    'a form',
    {
      kind: 'request',
      method: 'POST',
      url: 'https://bot.example/ask',
      body: new URLSearchParams({ text: question, visitor_id: 'v1', gespraech: 'g-4711' }).toString(),
    },
    'body text',
    ['person body visitor_id v1', 'conversation body gespraech g-4711'],
  ],
  [
    'a socket',
    {
      kind: 'web-socket',
      url: 'wss://bot.example/socket',
      body: JSON.stringify({ conversation_id: 'c-12', content: question }),
    },
    'body content',
    ['conversation body conversation_id c-12'],
  ],
  [
    'socket.io',
    {
      kind: 'web-socket',
      url: 'wss://bot.example/io',
      body: `42${JSON.stringify(['ask', { text: question, room: 'x', room_id: 'r2' }])}`,
    },
    'body 1.text',
    ['conversation body 1.room_id r2'],
  ],
] as const satisfies readonly (readonly [string, Wire, string, readonly string[]])[];

test.for(wires)('%s', ([, wire, message, identifiers]) => {
  const call = recogniseCall(wire, question);
  expect(call && `${call.message.part} ${call.message.at.join('.')}`).toBe(message);
  expect(
    call?.identifiers.map(({ of, place, value }) => `${of} ${place.part} ${place.at.join('.')} ${value}`),
  ).toEqual(identifiers);
});

test.for(wires)('%s can be sent again as another’s', ([, wire]) => {
  const call = recogniseCall(wire, question);
  if (call === undefined) throw new Error('not recognised');
  const identifiers = call.identifiers.map(({ place }, index) => ({ place, value: `${index}00` }));
  const changed = changedCall(call, { message: 'And when?', identifiers });
  const again = recogniseCall(changed, 'And when?');
  expect(again?.message).toEqual(call.message);
  expect(again?.identifiers.map(({ value }) => value)).toEqual(identifiers.map(({ value }) => value));
  expect(changedCall(call, {})).toEqual(wire);
});

test('what was not recognised as an identifier is not exchanged', () => {
  const call = recogniseCall(post('/ask', { question, colour: 'red', threadId: 't' }), question);
  if (call === undefined) throw new Error('not recognised');
  const colour = { place: { part: 'body', at: ['colour'] }, value: 'blue' } as const;
  expect(changedCall(call, { identifiers: [colour] }).body).toBe(call.wire.body);
});

test('fields that the widget does not send are added to a JSON object, and to nothing else', () => {
  const added = { user_id: 'u-7' };
  const call = recogniseCall(post('/ask', { question, threadId: 't' }), question);
  if (call === undefined) throw new Error('not recognised');
  expect(JSON.parse(changedCall(call, { message: 'Hi', added }).body)).toEqual({
    question: 'Hi',
    threadId: 't',
    user_id: 'u-7',
  });
  const form: Wire = { ...post('/ask', {}), body: 'q=Hello' };
  const asForm = recogniseCall(form, 'Hello');
  expect([form, post('/ask', [question])].map(takesFields)).toEqual([false, false]);
  expect(asForm && changedCall(asForm, { added }).body).toBe('q=Hello');
});

test.for([
  ['a question inside of JSON within JSON', post('/ask', { body: JSON.stringify({ text: question }) })],
  [
    'an upload',
    { kind: 'request', method: 'POST', url: 'https://bot.example/', body: `--x\r\n\r\n${question}\r\n--x--` },
  ],
  ['something else', post('/ask', { question: 'Hello' })],
] as const)('%s is not recognised', ([, wire]) => expect(recogniseCall(wire, question)).toBeUndefined());
