import { askInPage } from '../product/chat';
import type { Visitor } from './visitor';

/**
 * Asks the bot, and does not wait for more than the proof that it was asked.
 *
 * @returns what is wrong when no answer can be on its way, or `undefined`
 */
export async function askAndGoOn({ page, said, stage }: Visitor, text: string): Promise<string | undefined> {
  said.push(text);
  const { chat } = stage.product;
  const options = { widget: chat.widget, politeness: stage.politeness, answerWithin: 0 };
  const turn = await askInPage(page, text, options);
  return turn.is === 'answered' || turn.is === 'unanswered' ? undefined : turn.detail;
}
