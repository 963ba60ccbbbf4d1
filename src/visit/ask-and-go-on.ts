import type { Visitor } from './visitor';

/**
 * Asks the bot, and does not wait for more than the proof that it was asked.
 *
 * @returns what is wrong when no answer can be on its way, or `undefined`
 */
export async function askAndGoOn({ chat }: Visitor, text: string): Promise<string | undefined> {
  const turn = await chat.ask(text, 0);
  return turn.is === 'answered' || turn.is === 'unanswered' ? undefined : turn.detail;
}
