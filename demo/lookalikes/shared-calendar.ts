import { tenantIds, userIds } from '../seed/ids';
import type { Lookalike } from '../fault';

/** The event has a row for each of its guests, so both are its owners. */
export const sharedCalendar: Lookalike = {
  id: 'shared-calendar',
  resembles: 'missing-row-rules',
  sentence: 'Two customers rightly see the same club event among their bookings.',
  sql: `
    insert into bookings (user_id, tenant_id, reference, title, place, starts_at, note)
    select user_id, '${tenantIds.one}', 'HL-CREW-2027', 'Crew evening of the club', 'Club house',
      '2027-08-14T18:00:00Z', 'Everybody brings a lantern and a song from the north'
    from unnest(array['${userIds.userA}', '${userIds.userB}']::uuid[]) user_id
  `,
  caughtBy: [],
  verdict: 'held',
};
