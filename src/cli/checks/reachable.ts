import { createApi } from '../../product/api';
import { type Check, fine, type Said } from './check';
import type { Room } from './room';

/** Whether the pages of the config are there at all, for somebody who is not signed in. */
export const reachable: Check = {
  id: 'reachable',
  asks: 'do the pages of the config answer?',
  async run(room) {
    const { public: publicPages, signIn } = room.product.pages;
    const paths = [...new Set([...publicPages, signIn, ...room.product.chat.pages])];
    return Promise.all(paths.map((path) => askFor(path, room)));
  },
};

async function askFor(path: string, { product, stage }: Room): Promise<Said> {
  const api = createApi({ product, politeness: stage.politeness, headers: {}, show: () => undefined });
  try {
    const answer = await api.send({ path });
    if (answer.failed !== undefined) {
      return {
        is: 'wrong',
        what: `${path} did not answer: ${answer.detail}`,
        next: 'check SITE_URL in .env',
      };
    }
    if (answer.status < 400) return fine(`${path} answers ${answer.status}`);
    const is = answer.status === 429 || answer.status >= 500 ? 'unknown' : 'wrong';
    return { is, what: `${path} answers ${answer.status}`, next: 'correct pages in the config' };
  } finally {
    await api.close();
  }
}
