import type { Silence, Turn } from '../../product/chat/turn';
import type { Gate, Millis } from '../../words';

/**
 * Longest time that nothing may be shown to somebody who has asked. About ten seconds are how long people keep their mind
 * on something that does not show how it gets on (Nielsen, Usability Engineering, 1993); a busy machine takes far less.
 */
const longestSilence: Millis = 10_000;

/**
 * Whether a chat showed in time that it answers, works on an answer or has failed. What it answers is another matter: a
 * chat that says that it failed is met.
 *
 * @param subject the page on which it was asked
 * @returns unknown when no question was sent, or when the driver stopped looking before the time was over
 */
export function gateOfSilence(subject: string, turn: Turn): Gate {
  const { silence } = turn;
  return {
    gate: 'longest silence of the chatbot',
    subject,
    verdict: verdictOf(turn, silence),
    figures: { 'what became of the question': turn.is },
  };
}

function verdictOf(turn: Turn, silence: Silence | undefined): Gate['verdict'] {
  if (silence === undefined) return unknown(turn.is === 'answered' ? 'nothing was measured' : turn.detail);
  const { ms, until } = silence;
  const isLong = ms >= longestSilence;
  if (until === 'nothing' && !isLong)
    return unknown(`nothing was shown, and the chat was looked at for ${Math.round(ms / 1000)} s only`);
  return { is: isLong ? 'missed' : 'met', measured: ms, unit: 'ms', limit: longestSilence };
}

function unknown(detail: string): Gate['verdict'] {
  return { is: 'unknown', because: { what: 'empty-answer', detail } };
}
