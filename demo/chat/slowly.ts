import { setTimeout as wait } from 'node:timers/promises';
import type { Parts } from '../parts';
import { withChat } from './change';

/** The chatbot whose answers come a few words at a time, so long apart. */
export function answeringSlowly(parts: Parts, ms: number): Parts {
  const { event } = parts.chat;
  return withChat(parts, {
    event: async (text, turn) => {
      await wait(ms);
      return event(text, turn);
    },
  });
}
