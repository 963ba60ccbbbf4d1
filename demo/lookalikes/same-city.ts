import { userIds } from '../seed/ids';
import type { Lookalike } from '../fault';

/** A city alone is nobody’s address. */
export const sameCity: Lookalike = {
  id: 'same-city',
  resembles: 'missing-row-rules',
  sentence: 'A booking of one customer is in the city where another customer lives.',
  sql: `
    update bookings set place = 'Jetty at ' || (
      select regexp_replace(address, '^.*, \\S+ [A-Z]{2} ', '') from profiles where user_id = '${userIds.userA}')
    where user_id = '${userIds.userB}' and title = 'Weekend berth'
  `,
  caughtBy: [],
  verdict: 'held',
};
