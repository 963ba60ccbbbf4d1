import { expect, test } from 'vitest';
import type { Turn } from '../../product/chat/turn';
import { gateOfSilence } from './silence';

const answered: Turn = { is: 'answered', text: 'Yes.', ms: 14_000, complete: true };
const unanswered: Turn = { is: 'unanswered', detail: 'the chat did not answer within 30 s' };

test.each([
  ['an answer that comes late is met where the chat shows at once that it works', 300, 'a sign', 'met'],
  ['a sign that comes too late is missed', 10_000, 'a sign', 'missed'],
  ['a chat that never shows anything is missed', 30_000, 'nothing', 'missed'],
  ['who looked too short a time knows nothing', 5_000, 'nothing', 'unknown'],
] as const)('%s', (_, ms, until, is) => {
  for (const turn of [answered, unanswered])
    expect(gateOfSilence('/', { ...turn, silence: { ms, until } }).verdict.is).toBe(is);
});

test('a question that could not be sent measures nothing, and the reason is told', () => {
  const { verdict } = gateOfSilence('/', { is: 'broken', detail: 'the page shows no chat' });
  expect(verdict).toMatchObject({ is: 'unknown', because: { detail: 'the page shows no chat' } });
});
