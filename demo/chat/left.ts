import type { Parts } from '../parts';
import { swapped, withScript } from '../pages/change';

/** The widget that puts a chat by when another one is begun in the middle of an answer. */
export function puttingByUnfinishedChats(parts: Parts, name: string): Parts {
  const leaving = `Object.assign(chat, options, { isAnswering: false });
  chat.addEventListener('message', ({ detail }) => (chat.isAnswering = detail.message.role === 'user'));`;
  const putBy = `const left = await widget?.catch(() => undefined);
  const session = await currentSession();
  if (left?.isAnswering) localStorage.setItem(${name}, JSON.stringify(left.getMessages()));`;
  return withScript(parts, 'chat.js', (source) =>
    swapped(
      swapped(source, 'Object.assign(chat, options);', leaving),
      'about = [];\n  const session = await currentSession();',
      `about = [];\n  ${putBy}`,
    ),
  );
}
