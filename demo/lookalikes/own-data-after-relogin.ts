import type { Lookalike } from '../fault';

/** What was there before the sign-in belongs to the one who signs in. */
export const ownDataAfterRelogin: Lookalike = {
  id: 'own-data-after-relogin',
  resembles: 'shared-state',
  sentence: 'Whoever signs in again finds its own last booking in its session.',
  sql: `
    update auth.users u set raw_user_meta_data = raw_user_meta_data || jsonb_build_object('last_booking', (
      select reference from bookings b where b.user_id = u.id order by created_at desc limit 1))
  `,
  caughtBy: [],
  verdict: 'held',
};
