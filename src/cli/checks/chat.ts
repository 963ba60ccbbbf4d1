import { answersOwner } from '../../attempts/answers-owner';
import type { Way } from '../../attempts/conversation';
import { presenceOf } from '../../product/features';
import { type Check, fine, type Said } from './check';
import type { Room } from './room';

/** The control of every attempt with the chatbot: it answers its first user about what is hers. Costs two messages. */
export const chat: Check = {
  id: 'chat',
  asks: 'does the chatbot answer?',
  async run(room) {
    const presence = presenceOf('chatApi', room.product);
    const missing: Said[] =
      presence.is === 'missing'
        ? [
            {
              is: 'unknown',
              what: 'the config has no chat.api, so the bot is not asked directly',
              next: presence.toAdd,
            },
          ]
        : [];
    const ways: readonly Way[] = presence.is === 'there' ? ['page', 'api'] : ['page'];
    return [...missing, ...(await Promise.all(ways.map((way) => ask(room, way))))];
  },
};

const wayInWords: Readonly<Record<Way, string>> = { page: 'in the page', api: 'at its endpoint' };

async function ask(room: Room, way: Way): Promise<Said> {
  const [visitor] = await room.everybody();
  if (!visitor) {
    const what = `nobody is signed in who could ask the bot ${wayInWords[way]}`;
    return { is: 'unknown', what, next: 'see the accounts above' };
  }
  const wrong = await answersOwner(visitor, way).catch(() => `the bot was not found ${wayInWords[way]}`);
  if (wrong === undefined) return fine(`the bot shows ${visitor.name} what is hers ${wayInWords[way]}`);
  const next = 'ask it the same by hand; correct chat.ask, chat.pages or chat.api';
  return { is: 'wrong', about: visitor.name, what: wrong, next };
}
