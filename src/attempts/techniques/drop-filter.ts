import { changedAddress } from '../changed-address';
import { requestOf, shapeOf } from './replay';
import type { Technique } from './technique';

/** A column compared with a value, as PostgREST writes it in a query. */
const comparison = /^(eq|neq|in|is|like|ilike|gt|gte|lt|lte)\./;

/** The filter that the page puts into the URL is only a wish: without it, the server itself has to know whose rows to give. */
export const dropFilter: Technique = {
  id: 'drop-filter',
  rootCauses: ['missing-row-rules', 'broad-policy', 'client-chosen-identity'],
  *tries(subject) {
    const request = requestOf(subject);
    if (!request?.path.includes('?')) return;
    const url = new URL(request.path, 'http://product.invalid');
    const filters = [...url.searchParams].filter(([, value]) => comparison.test(value)).map(([name]) => name);
    if (filters.length === 0) return;
    const path = changedAddress(request.path, ({ searchParams }) => {
      for (const name of filters) searchParams.delete(name);
    });
    yield {
      what: `${shapeOf(subject.read)} without its filter`,
      request: { ...request, path },
      asked: subject.read.rows ? 'rows' : 'endpoint',
    };
  },
};
