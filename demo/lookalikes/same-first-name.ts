import { userIds } from '../seed/ids';
import type { Lookalike } from '../fault';

/** A first name alone is nobody in particular. */
export const sameFirstName: Lookalike = {
  id: 'same-first-name',
  resembles: 'missing-row-rules',
  sentence: 'A booking of one customer names a skipper who has the first name of another customer.',
  sql: `
    update bookings set title = 'Lesson with skipper ' || (
      select split_part(full_name, ' ', 1) from profiles where user_id = '${userIds.userA}')
    where user_id = '${userIds.userB}' and title = 'Beginner sailing course'
  `,
  caughtBy: [],
  verdict: 'held',
};
