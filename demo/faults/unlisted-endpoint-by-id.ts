import type { Fault } from '../fault';
import { withFooterScript, withRoutes } from '../pages/change';
import { recordJson, recordsOf } from '../records/shape';

/** Made for a widget in a hurry, and in nobody's list of endpoints. It asks whether somebody is signed in, but not who. */
export const unlistedEndpointById: Fault = {
  id: 'unlisted-endpoint-by-id',
  rootCause: 'client-chosen-identity',
  sentence:
    'The account page asks an endpoint that is in no list, and that gives any customer’s bookings by the customer’s id.',
  change: (parts) =>
    withFooterScript(
      withRoutes(parts, (app, demo) =>
        app.get('/api/agenda/:customer', async (context) => {
          const caller = await demo.callerOf(context.req.raw);
          if (caller.is === 'nobody') return demo.parts.records.signInFirst(context.req.raw);
          const customer = context.req.param('customer');
          const bookings = await demo.db.asService((query) => recordsOf(query, 'booking', customer));
          return context.json({ agenda: bookings.map(recordJson) }, 200, demo.parts.records.headers);
        }),
      ),
      `const kept = Object.entries(localStorage).find(([key]) => /^sb-.+-auth-token$/.test(key));
if (kept && location.pathname === '/account') {
  const { access_token, user } = JSON.parse(kept[1]);
  fetch('/api/agenda/' + user.id, { headers: { authorization: 'Bearer ' + access_token } }).catch(() => undefined);
}`,
    ),
  caughtBy: ['records'],
};
