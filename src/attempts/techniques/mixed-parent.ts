import { requestOf, shapeOf } from './replay';
import type { Technique } from './technique';

/** A record of the owner's under the intruder's own id: the parent is checked, and the child is found by its id alone. */
export const mixedParent: Technique = {
  id: 'mixed-parent',
  rootCauses: ['client-chosen-identity'],
  *tries(subject) {
    const { read, own } = subject;
    const [path = ''] = read.path.split('?');
    if (own === undefined || read.rows || !path.includes('{user}') || !path.includes('{id}')) return;
    const request = requestOf({ ...subject, user: own });
    if (!request) return;
    yield { what: `${shapeOf(read)} under one's own id`, request, asked: 'endpoint' };
  },
};
