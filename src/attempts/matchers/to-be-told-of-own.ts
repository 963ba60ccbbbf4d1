import type { Visitor } from '../../visit/visitor';
import { notChecked } from '../not-checked';
import type { Conclusion } from '../conclude';
import { answersOwner } from '../answers-owner';

/**
 * `expect(userA).toBeToldOfItsOwn()`: the bot does answer its owner, in the page. A bot that declines everything
 * would hold every guarantee and be of no use: it is unknown, not safe.
 */
export async function toBeToldOfItsOwn(visitor: Visitor): Promise<Conclusion> {
  const wrong = await answersOwner(visitor, 'page');
  if (wrong !== undefined) throw notChecked(visitor.stage.facts, { what: 'control-failed', detail: wrong });
  return { pass: true, message: () => `Expected: the chatbot tells ${visitor.name} nothing of its own` };
}
