import { requestOf, shapeOf, withHeaders } from './replay';
import type { Technique } from './technique';

/** Tokens that nobody who has the key has made: of who tries, or of the one whose token was found. */
export const forgeToken: Technique = {
  id: 'forge-token',
  rootCauses: ['session-not-checked'],
  *tries(subject) {
    const { read, forging } = subject;
    const request = requestOf(subject);
    if (!request || !forging) return;
    for (const { how, token } of forging.forgeries) {
      yield {
        what: `${shapeOf(read)} with a token ${how}`,
        request: withHeaders(request, forging.headers(token)),
        asked: 'forged-token',
      };
    }
  },
};
