import { expect, test } from 'vitest';
import type { ProductConfig } from '../../product/schema';
import { replayOf, type Recorded } from './replay-of';
import { sampleVisitor } from './sample-visitor';

const invoice = '5f0c6c1e-5b7a-4c58-9a0e-6d1f2b8c4e71';
const records = [{ owner: 'userA', kind: 'invoice', id: invoice, fields: { number: 'INV-8841-2207' } }];
const found = [{ owner: 'userA', kind: 'invoice' }];

const visitorOf = (config: Partial<ProductConfig>) => sampleVisitor(records, config);

const recorded = (changes: Partial<Recorded>): Recorded => ({
  what: 'GET /api/invoices/{id}',
  method: 'GET',
  address: `/api/invoices/${invoice}?of=user-of-a`,
  headers: { authorization: 'Bearer t', 'accept-profile': 'private' },
  isQuery: false,
  ...changes,
});

test('a GET becomes a read with holes for the ids of its owner, without what belongs to its session', () => {
  expect(replayOf(visitorOf({}), recorded({}), found)).toMatchObject({
    read: { path: '/api/invoices/{id}?of={user}', kind: 'invoice', shape: 'GET /api/invoices/{id}' },
    record: { owner: 'userA', kind: 'invoice', id: invoice },
    headers: { 'accept-profile': 'private' },
  });
});

const search = recorded({ method: 'POST', address: '/rest/v1/rpc/mine', body: `{"who":"user-of-a"}` });

test('on an attached product a POST is sent again only where the config declares it', () => {
  expect(replayOf(visitorOf({}), search, found)).toMatchObject({ why: expect.stringMatching(/may change/) });
  const reads = [{ name: 'mine', kind: 'invoice', path: '/rest/v1/rpc/mine', method: 'POST' as const }];
  expect(replayOf(visitorOf({ reads }), search, found)).toMatchObject({
    read: { method: 'POST', body: '{"who":"{user}"}' },
  });
  expect(replayOf(visitorOf({ demo: true }), search, found)).toMatchObject({ read: { method: 'POST' } });
});

test.each(['PUT', 'PATCH', 'DELETE'])('%s is never sent again, not even on the demo', (method) => {
  expect(replayOf(visitorOf({ demo: true }), recorded({ method }), found)).toMatchObject({
    why: expect.stringMatching(/may change/),
  });
});

test('what could not be read is not tried, and says so', () => {
  expect(replayOf(visitorOf({}), recorded({}), null)).toMatchObject({
    why: expect.stringMatching(/nothing is known/),
  });
});

test('the question that the page was seen to send to the chatbot is sent again, whatever the config says of it', () => {
  const asked = recorded({
    method: 'POST',
    address: '/ask',
    body: '{"question":"Which invoices do I have?"}',
  });
  expect(replayOf(visitorOf({}), asked, found)).toMatchObject({ why: expect.stringMatching(/may change/) });
  expect(replayOf(visitorOf({}), { ...asked, isChat: true }, found)).toMatchObject({
    isChat: true,
    read: { method: 'POST', path: '/ask' },
  });
});
