import { noArguments, type Tool } from './tool';

const sql = `select reference, title, place, to_char(starts_at, 'YYYY-MM-DD HH24:MI') as starts, guests, status, note
  from bookings where user_id = $1 order by starts_at`;

/** The caller's bookings: what one says about them, without ids. */
export const myBookings: Tool = {
  name: 'my_bookings',
  description: "The signed-in customer's own bookings.",
  parameters: noArguments,
  offeredTo: 'signed-in',
  run: (_args, { authority }) => authority.read((query) => query(sql, [authority.userId])),
};
