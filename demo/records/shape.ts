import type { Query } from '../context';

/** The two kinds of record that have an address of their own. */
export type RecordKind = 'booking' | 'invoice';

export interface Booking {
  readonly id: string;
  readonly user_id: string;
  readonly reference: string;
  readonly title: string;
  readonly place: string;
  readonly starts_at: Date;
  readonly guests: number;
  readonly status: string;
  readonly note: string;
}

export interface Invoice {
  readonly id: string;
  readonly user_id: string;
  readonly booking_id: string | null;
  readonly number: string;
  readonly payment_reference: string;
  readonly amount_cents: number;
  readonly currency: string;
  readonly status: string;
  readonly issued_on: Date;
}

/** A record with the kind that it is of. */
export type Held =
  { readonly kind: 'booking'; readonly row: Booking } | { readonly kind: 'invoice'; readonly row: Invoice };

/** What the API tells of a record. */
export function recordJson(held: Held): object {
  if (held.kind === 'booking') {
    const { id, reference, title, place, starts_at: startsAt, guests, status, note } = held.row;
    return { id, reference, title, place, startsAt, guests, status, note };
  }
  const { id, number, payment_reference: paymentReference, currency, status, amount_cents } = held.row;
  const issuedOn = held.row.issued_on.toISOString().slice(0, 10);
  return { id, number, paymentReference, amount: amount_cents / 100, currency, status, issuedOn };
}

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** The record of that id, if the query's authority sees it. */
export async function recordById(query: Query, kind: RecordKind, id: string): Promise<Held | null> {
  if (!uuid.test(id)) return null;
  if (kind === 'booking') {
    const [row] = await query<Booking>('select * from bookings where id = $1', [id]);
    return row === undefined ? null : { kind, row };
  }
  const [row] = await query<Invoice>('select * from invoices where id = $1', [id]);
  return row === undefined ? null : { kind, row };
}

/** All records of a kind of one person, or, with `null`, all that the authority sees; the oldest first. */
export async function recordsOf(
  query: Query,
  kind: RecordKind,
  userId: string | null,
): Promise<readonly Held[]> {
  const where = 'where user_id = coalesce($1::uuid, user_id) order by created_at, id';
  if (kind === 'booking') {
    return (await query<Booking>(`select * from bookings ${where}`, [userId])).map((row) => ({ kind, row }));
  }
  return (await query<Invoice>(`select * from invoices ${where}`, [userId])).map((row) => ({ kind, row }));
}
