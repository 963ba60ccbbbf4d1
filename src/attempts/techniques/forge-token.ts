import { withAlgNone } from '../../product/sessions/forged';
import { requestOf, shapeOf } from './replay';
import type { Technique } from './technique';

/** The claims of the real token, and "no signature needed" in its header, in each spelling that was ever believed. */
export const forgeToken: Technique = {
  id: 'forge-token',
  rootCauses: ['session-not-checked'],
  *tries(subject) {
    const { read, forging } = subject;
    const request = requestOf(subject);
    if (!request || !forging) return;
    for (const [index, token] of withAlgNone(forging.token).entries()) {
      yield {
        what: `${shapeOf(read)} with an unsigned token (spelling ${index + 1})`,
        request: { ...request, headers: forging.headers(token) },
        asked: 'forged-token',
      };
    }
  },
};
