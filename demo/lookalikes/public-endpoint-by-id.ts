import type { Lookalike } from '../fault';
import { withFooterScript, withRoutes } from '../pages/change';

/** What the harbour sells, by the ids that its prospectus has. */
const trips: Readonly<Record<string, object>> = {
  '3f0c6c1e-5b7a-4c58-9a0e-6d1f2b8c4e71': { title: 'Evening sail', seats: 12, price: 64 },
  '8a4d90b2-17e6-4f3c-b5d9-0c2e7f61a3d8': { title: 'Lighthouse round trip', seats: 20, price: 38 },
};

/** Whoever asks is told the same, and it is nobody's. */
export const publicEndpointById: Lookalike = {
  id: 'public-endpoint-by-id',
  resembles: 'client-chosen-identity',
  sentence:
    'The pages ask an endpoint that is in no list, and that gives everybody the harbour’s trips by their ids.',
  change: (parts) =>
    withFooterScript(
      withRoutes(parts, (app) =>
        app.get('/api/trips/:id', (context) => {
          const trip = trips[context.req.param('id')];
          return trip === undefined
            ? context.json({ error: 'not_found' }, 404)
            : context.json({ id: context.req.param('id'), ...trip });
        }),
      ),
      Object.keys(trips)
        .map((id) => `fetch('/api/trips/${id}').catch(() => undefined);`)
        .join('\n'),
    ),
  caughtBy: [],
  verdict: 'held',
};
