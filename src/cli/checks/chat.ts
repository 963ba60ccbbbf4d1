import { answersOwner } from '../../attempts/answers-owner';
import type { Way } from '../../attempts/conversation';
import { ownConversation } from '../../attempts/sent-ids';
import { toldById } from '../../attempts/told-by-id';
import { presenceOf } from '../../product/features';
import { type Check, fine, type Said } from './check';
import type { Room } from './room';

/** The control of every attempt with the chatbot: it answers its first user about what is hers. Costs two messages, and a third where the config tells conversations apart. */
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
    const asked = await Promise.all(ways.map((way) => ask(room, way)));
    return [...missing, ...asked, ...(await goOn(room))];
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

/** The control of who sends somebody else's conversation: by its own id, its owner is told what was said in it. */
async function goOn(room: Room): Promise<readonly Said[]> {
  const conversation = room.product.chat.api?.conversation;
  const [visitor] = await room.everybody();
  if (!conversation || !visitor) return [];
  const ids = ownConversation(conversation);
  if (!(await ids.own(visitor))) {
    const what = `${visitor.name} is shown no conversation by ${conversation.read}: nothing stands there under "${conversation.key}"`;
    const next = `correct chat.api.conversation (read, key), or talk to the chatbot once as ${visitor.name}`;
    return [{ is: 'wrong', about: visitor.name, what, next }];
  }
  const wrong = await toldById(visitor, ids);
  if (wrong === undefined)
    return [fine(`the bot goes on with a conversation of ${visitor.name}'s by its id`)];
  const [what = wrong] = wrong.split(' → ');
  const next = `compare chat.api.conversation.field with what the page sends, and let its question ask for what records of the kind "${conversation.kind}" hold`;
  return [{ is: 'wrong', about: visitor.name, what, next }];
}
