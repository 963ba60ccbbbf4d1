import { expect, test } from 'vitest';
import type { KnownFault } from './catalogue';
import { groupsOf } from './groups';

const fault = (id: string, channel?: string, at?: string): KnownFault => ({
  id,
  rootCause: 'raw-rows-to-model',
  sentence: '',
  caughtBy: ['chatbot'],
  ...(channel === undefined ? {} : { shownIn: { channel, ...(at === undefined ? {} : { at }) } }),
});
const ids = (faults: readonly KnownFault[]): readonly string[] =>
  groupsOf(faults).map((group) => group.map(({ id }) => id).join(' '));

test('faults in places of their own run together, the others alone', () => {
  expect(ids([fault('a', 'cookies'), fault('b'), fault('c', 'console'), fault('d')])).toEqual([
    'a c',
    'b',
    'd',
  ]);
});

test('never two in one place, nor where one place is within the other', () => {
  const all = [
    fault('a', 'dom', '/x'),
    fault('b', 'dom', '/y'),
    fault('c', 'dom', '/x/z'),
    fault('d', 'dom'),
  ];
  expect(ids(all)).toEqual(['a b', 'c', 'd']);
});

test('never more of a channel than a report names places', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => fault(id, 'dom', `/${id}`));
  expect(ids(all)).toEqual(['a b c', 'd']);
});

test('never of two causes, or for other guarantees', () => {
  const one = fault('a', 'dom', '/a');
  expect(ids([one, { ...fault('b', 'console'), rootCause: 'shared-cache' }])).toEqual(['a', 'b']);
  expect(ids([one, { ...fault('b', 'console'), caughtBy: ['pages'] }])).toEqual(['a', 'b']);
});
