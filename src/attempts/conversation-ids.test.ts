import { expect, test } from 'vitest';
import type { Exhibit } from '../words';
import { conversationsIn } from './conversation-ids';

const said = ['Can you show me my bookings?', 'secret-token'];
const url = 'https://chat.example/api/chat';

function sent(body: unknown, address = url): Exhibit {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { channel: 'request', where: { part: 'body', url: address }, at: 0, body: text };
}

test.each([
  ['n8n', { action: 'sendMessage', sessionId: 'a1b2c3d4-e5f6', chatInput: said[0] }],
  ['flowise', { question: said[0], chatId: 'a1b2c3d4-e5f6', chatflowid: 'flow-00000001' }],
  ['deeper', { payload: { conversation_id: 'a1b2c3d4-e5f6', text: said[0] } }],
  ['a German form', `gespraech=a1b2c3d4-e5f6&frage=${encodeURIComponent(said[0] ?? '')}`],
  ['in a list', [{ thread: 'a1b2c3d4-e5f6' }, { text: said[0] }]],
])('finds the conversation that %s sends', (_, body) => {
  expect(conversationsIn([sent(body)], said)).toEqual([{ id: 'a1b2c3d4-e5f6', url }]);
});

test('finds the conversation that an address names', () => {
  const address = 'https://typebot.example/api/v1/sessions/a1b2c3d4e5/continueChat';
  expect(conversationsIn([sent({ message: said[0] }, address)], said)).toEqual([
    { id: 'a1b2c3d4e5', url: address },
  ]);
});

test('finds the conversation in the query of an address', () => {
  const address = `${url}?thread_id=a1b2c3d4-e5f6`;
  expect(conversationsIn([sent({ message: said[0] }, address)], said)).toEqual([
    { id: 'a1b2c3d4-e5f6', url: address },
  ]);
});

test.each([
  ['a request that carries no question', { sessionId: 'a1b2c3d4-e5f6', event: 'opened' }],
  ['the id of a visitor', { visitor_id: 'a1b2c3d4-e5f6', text: said[0] }],
  ['a number that counts', { session: '7', text: said[0] }],
  ['a body that is no JSON', `sessionId=a1b2c3d4-e5f6 ${said[0]}`],
])('takes %s for no conversation', (_, body) => {
  expect(conversationsIn([sent(body)], said)).toEqual([]);
});

test('an id that the page itself publishes is no conversation', () => {
  const script: Exhibit = {
    channel: 'response-body',
    where: { part: 'body' },
    at: 0,
    type: 'text/javascript',
    body: Buffer.from('const chatId = "a1b2c3d4-e5f6"'),
  };
  const request = sent({ chatId: 'a1b2c3d4-e5f6', text: said[0] });
  expect(conversationsIn([script, request], said)).toEqual([]);
});
