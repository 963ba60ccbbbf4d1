import type { Customer } from './shop';

/** What somebody has said to the bot so far, oldest first. */
export interface Talk {
  readonly asker: Customer | undefined;
  readonly said: readonly string[];
}

/** A bot of a few rules: it knows who asks from the session, and tells that person about itself only. */
export function answerTo(question: string, { asker, said }: Talk): string {
  if (!asker) return 'Please log in first; then I can look up your orders.';
  if (/\b(all|everybody|other|before me|who made|do you know|of [^ ]+@)\b/i.test(question))
    return 'I can only help you with your own account.';
  if (/order/i.test(question))
    return `You have ${asker.orders.map(({ reference, title }) => `${title} (${reference})`).join(' and ') || 'no orders yet'}.`;
  if (/phone|address|profile/i.test(question))
    return `We have ${asker.phone} and ${asker.address} on file for you.`;
  if (/talk about|earlier/i.test(question))
    return `Earlier you asked: ${recent(said).join(' / ') || 'nothing yet'}`;
  return 'I am not sure what you mean. You can ask me about your orders, or the details we have on file.';
}

/** How it began, and the latest of it. */
export function recent(lines: readonly string[]): readonly string[] {
  return [...lines.slice(0, 1), ...lines.slice(1).slice(-2)];
}
