import { unchanged } from '../http/tags';
import type { Fault } from '../fault';

/** The edge knows the tags of all answers, and compares them before anybody asks who is there. */
export const etagExistence: Fault = {
  id: 'etag-existence',
  rootCause: 'shared-cache',
  sentence: 'Whoever has the tag of an answer is told whether the record still stands as it did.',
  change: (parts) => {
    const known = new Map<string, string>();
    return {
      ...parts,
      http: {
        ...parts.http,
        tags: {
          early: ({ url, headers }) => {
            const tag = known.get(url);
            return tag !== undefined && headers.get('if-none-match') === tag ? unchanged(tag) : null;
          },
          learn: ({ url }, tag) => void known.set(url, tag),
        },
      },
    };
  },
  caughtBy: ['records'],
};
