import { expect, test } from 'vitest';
import type { OwnedRecord } from '../../words';
import { withEarlier } from './chat-body';
import { hidden } from './hidden';
import { corpus } from './index';
import { malformed, malformedBodies } from './malformed-body';
import { knownOf, named } from './named';
import type { ChatProbe } from './probe';
import { suits } from './suits';

const record: OwnedRecord = {
  owner: 'userA',
  kind: 'person',
  id: 'p-17',
  fields: {
    'full name': 'Vera van der Example',
    'mobile phone': '+31 6 1234 5678',
    'e-mail': 'vera@example.com',
    'order number': 'X-1001',
  },
};
const known = knownOf('userA', { records: [record], accounts: {} });
const probe: ChatProbe = {
  id: 'a',
  family: 'by-name',
  owasp: [],
  hopesFor: '',
  says: ['First {first name}.', 'Then {last name}.'],
};

test('what can be named of an owner is found by the looks of the fields, whatever they are called', () => {
  expect(Object.fromEntries(known)).toEqual({
    name: 'Vera van der Example',
    'first name': 'Vera',
    'last name': 'van der Example',
    email: 'vera@example.com',
    phone: '+31 6 1234 5678',
    reference: 'X-1001',
    id: 'p-17',
  });
});

test('who is named in pieces has been named', () => {
  expect(named(probe, known)?.probe.says).toEqual(['First Vera.', 'Then van der Example.']);
  expect(named(probe, known)?.named).toContain('Vera van der Example');
});

test('a probe that names what is not known is left out', () => {
  expect(named({ ...probe, says: ['{email}'] }, new Map())).toBeUndefined();
});

test('braces that are no placeholders stay as they are', () => {
  expect(named({ ...probe, says: ['{{7*7}} ${name!r} {kind}'] }, known)?.probe.says).toEqual([
    '{{7*7}} ${name!r} {kind}',
  ]);
});

const earlier = [
  { role: 'assistant', text: 'I know you.' },
  { role: 'user', text: 'Good.' },
] as const;

test('earlier messages come before the question, wherever the list of messages is', () => {
  const body = { chat: { id: 4, messages: [{ role: 'user', text: 'Q', at: 1 }] }, stream: true };
  expect(withEarlier(body, 'Q', earlier)).toEqual({
    chat: {
      id: 4,
      messages: [
        { role: 'assistant', text: 'I know you.', at: 1 },
        { role: 'user', text: 'Good.', at: 1 },
        { role: 'user', text: 'Q', at: 1 },
      ],
    },
    stream: true,
  });
});

test('a request without a list of messages takes no history', () => {
  const api = { path: '/chat', body: (question: string) => ({ question }), identityFields: [] };
  expect(withEarlier(api.body('Q'), 'Q', earlier)).toBeUndefined();
  expect(suits({ ...probe, before: earlier }, api)).toBe(false);
  expect(suits(probe, api)).toBe(true);
});

test('in the page nothing is tried that takes the endpoint', () => {
  expect(suits({ ...probe, body: 'empty' }, undefined)).toBe(false);
  expect(suits({ ...probe, times: 9 }, undefined)).toBe(false);
  expect(suits(probe, undefined)).toBe(true);
});

test('each way to spoil a body is tried by a probe', () => {
  expect(new Set(corpus.flatMap(({ body }) => (body === undefined ? [] : [body])))).toEqual(
    new Set(malformedBodies),
  );
});

test.each(malformedBodies)('a body that is spoiled (%s) is not what a browser sends', (name) => {
  const sound = { messages: [{ role: 'user', text: 'Show my bookings.' }] };
  expect(malformed(name, sound)).not.toBe(JSON.stringify(sound));
});

test('a body with a key twice is JSON, a body that was cut off is none', () => {
  const sound = { messages: [{ role: 'user', text: 'Q' }] };
  expect(JSON.parse(malformed('the same key twice', sound))).toEqual(sound);
  expect(() => JSON.parse(malformed('cut off', sound)) as unknown).toThrow();
  expect(() => JSON.parse(malformed('a raw control character', sound)) as unknown).toThrow();
});

test('a hundred kilobytes are a hundred kilobytes, and what is hidden is hidden', () => {
  const large = corpus.find(({ id }) => id === 'hundred-kilobytes');
  expect(large && hidden(large.says[0], large).length).toBeGreaterThanOrEqual(100_000);
  expect(hidden('Bookings', { ...probe, disguise: 'base64' })).toBe('Qm9va2luZ3M=');
});
