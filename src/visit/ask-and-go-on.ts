import { askInPage } from '../product/chat';
import type { Visitor } from './visitor';

/** Asks the bot, and does not wait for more than the proof that it was asked. */
export async function askAndGoOn({ page, said, stage }: Visitor, text: string): Promise<void> {
  said.push(text);
  const { chat } = stage.product;
  await askInPage(page, text, { widget: chat.widget, politeness: stage.politeness, answerWithin: 0 });
}
