import { setTimeout as wait } from 'node:timers/promises';
import { withChat } from '../chat/change';
import type { Lookalike } from '../fault';

/** Longer than anybody waits without being told what for. */
const wakingMs = 12_000;

/** Kept warm for who has asked before; until then nobody is told anything, and the widget shows that it waits. */
export const chatWakesSlowly: Lookalike = {
  id: 'chat-wakes-slowly',
  resembles: 'gates',
  sentence:
    'Everybody’s first answer of the chatbot takes 12 s, and its widget shows all the while that it waits.',
  change: (parts) => {
    const awake = new Map<string, Promise<void>>();
    return withChat(parts, {
      begin: async (turn) => {
        const who = turn.caller.is === 'user' ? turn.caller.id : 'nobody';
        const waking = awake.get(who) ?? wait(wakingMs);
        awake.set(who, waking);
        await waking;
        return parts.chat.begin(turn);
      },
    });
  },
  caughtBy: [],
  verdict: 'held',
};
