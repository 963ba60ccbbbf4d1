import type { Query } from '../context';

interface CustomerRow {
  readonly id: string;
  readonly user_id: string;
  readonly full_name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly bookings: number;
  readonly notes: readonly { readonly id: string; readonly text: string }[];
}

const customersSql = `select p.id, p.user_id, p.full_name, p.email, p.phone, p.address,
  (select count(*)::int from bookings b where b.user_id = p.user_id) as bookings,
  (select coalesce(json_agg(json_build_object('id', n.id, 'text', n.text) order by n.created_at), '[]')
    from internal_notes n where n.user_id = p.user_id) as notes
  from profiles p order by p.full_name`;

/** Everybody whom the query's authority may see, with what the staff noted about them. */
export async function customers(query: Query): Promise<readonly object[]> {
  const rows = await query<CustomerRow>(customersSql);
  return rows.map(({ user_id: userId, full_name: name, ...row }) => ({ ...row, userId, name }));
}
