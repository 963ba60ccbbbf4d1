import { believing } from '../chat/careless';
import { withChat } from '../chat/change';
import type { ChatBody } from '../chat/body';
import type { Fault } from '../fault';

/** Whom an earlier answer in the request has checked: the browser sends both, the question and the answer. */
function checkedPerson({ messages }: ChatBody): string | undefined {
  const isChecked = messages.some(
    ({ role, text }) => role !== 'user' && /\b(?:checked|confirmed|verified)\b.*\bidentity\b/iu.test(text),
  );
  const claims = messages.flatMap(({ role, text }) =>
    role === 'user' ? [/^I am (.+?)\.?$/u.exec(text)?.[1]] : [],
  );
  return isChecked ? claims.find((name) => name !== undefined) : undefined;
}

/** The widget keeps the conversation, and the server believes what stands in it. */
export const clientHistoryBelieved: Fault = {
  id: 'client-history-believed',
  rootCause: 'client-chosen-identity',
  sentence: 'Who sends along an answer by which the chatbot has checked somebody’s identity is that person.',
  change: (parts) => withChat(parts, { whoseRecords: believing(checkedPerson, 'full_name = $1') }),
  caughtBy: ['chatbot'],
};
