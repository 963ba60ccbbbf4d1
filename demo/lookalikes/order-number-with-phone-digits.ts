import { userIds } from '../seed/ids';
import type { Lookalike } from '../fault';

/** Digits inside a longer number are no phone number. */
export const orderNumberWithPhoneDigits: Lookalike = {
  id: 'order-number-with-phone-digits',
  resembles: 'leaky-refusal',
  sentence: 'A voucher number contains the digits of somebody’s phone number by chance.',
  sql: `
    update bookings set title = 'Voucher 40' || (
      select right(regexp_replace(phone, '\\D', '', 'g'), 8) from profiles where user_id = '${userIds.userA}') || '7731'
    where user_id = '${userIds.userB}' and title = 'Evening keelboat sail'
  `,
  caughtBy: [],
  verdict: 'held',
};
