import { identityNames } from './claim-identity';
import { requestOf, shapeOf, withQuery } from './replay';
import { takes } from './takes';
import type { Technique } from './technique';

/** The same parameter twice: a guard may look at one of them, and what answers at the other. */
export const duplicateParameter: Technique = {
  id: 'duplicate-parameter',
  rootCauses: ['client-chosen-identity'],
  *tries(subject) {
    const { read, user, own } = subject;
    const request = requestOf(subject);
    if (!request || user === undefined || own === undefined || read.rows || takes(read, 'id')) return;
    const named = (id: string) => identityNames.map((name) => `${name}=${encodeURIComponent(id)}`);
    for (const [first, last, order] of [
      [own, user, 'after'],
      [user, own, 'before'],
    ] as const) {
      yield {
        what: `${shapeOf(read)} with the owner's id ${order} one's own in the query`,
        request: withQuery(request, [...named(first), ...named(last)]),
        asked: 'claimed-identity',
      };
    }
  },
};
