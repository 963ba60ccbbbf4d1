import type { Transaction } from '@electric-sql/pglite';
import { hashPassword } from '../auth/password';
import { company, otherCompany } from '../company';
import { lastingSessionIds, tenantIds } from './ids';
import { people } from './people';
import type { Person } from './person';
import { publicPapers } from './public-papers';

/** Rows of one table as JSON; columns that a row does not name get their defaults. */
async function insert(transaction: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const sql = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`;
  await transaction.query(sql, [JSON.stringify(rows)]);
}

async function userRow(person: Person): Promise<object> {
  return {
    id: person.userId,
    email: person.email,
    encrypted_password: await hashPassword(person.password),
    raw_app_meta_data: {
      provider: 'email',
      providers: ['email'],
      tenant_id: tenantIds[person.tenant],
      role: person.role,
    },
    raw_user_meta_data: { full_name: person.fullName },
    created_at: person.joinedAt,
    updated_at: person.joinedAt,
  };
}

function profileRow(person: Person): object {
  const { profileId: id, fullName: full_name, email, phone, address } = person;
  return { id, ...ownership(person), full_name, email, phone, address, created_at: person.joinedAt };
}

function ownership(person: Person): object {
  return { user_id: person.userId, tenant_id: tenantIds[person.tenant] };
}

function bookingRows(person: Person): readonly object[] {
  return person.bookings.map(({ startsAt: starts_at, createdAt: created_at, ...row }) => ({
    ...row,
    ...ownership(person),
    starts_at,
    created_at,
  }));
}

function invoiceRows(person: Person): readonly object[] {
  return person.invoices.map((invoice) => ({
    id: invoice.id,
    ...ownership(person),
    booking_id: invoice.bookingId,
    number: invoice.number,
    payment_reference: invoice.paymentReference,
    amount_cents: invoice.amountCents,
    currency: 'EUR',
    status: invoice.status,
    issued_on: invoice.issuedOn,
    created_at: invoice.createdAt,
  }));
}

function messageRows(person: Person): readonly object[] {
  return person.messages.map(({ createdAt: created_at, ...row }) => ({
    ...row,
    ...ownership(person),
    conversation_id: person.conversationId,
    created_at,
  }));
}

function noteRows(person: Person): readonly object[] {
  const author = people.find((other) => other.role === 'admin' && other.tenant === person.tenant);
  return person.notes.map(({ createdAt: created_at, ...row }) => ({
    ...row,
    ...ownership(person),
    author_id: author?.userId,
    created_at,
  }));
}

function documentRows(): readonly object[] {
  const own = people.flatMap((person) =>
    person.papers.map((paper) => ({ ...paper, ...ownership(person), shared: false })),
  );
  const shared = people
    .filter((person) => person.role === 'admin')
    .flatMap((person) =>
      publicPapers[person.tenant].map((paper) => ({ ...paper, ...ownership(person), shared: true })),
    );
  return [...own, ...shared];
}

/** Each booking has a boarding paper, in a folder that is called like its owner. */
function paperRows(person: Person): readonly object[] {
  return person.bookings.map(({ id, createdAt: created_at }) => ({
    bucket_id: 'papers',
    name: `${person.userId}/${id}.pdf`,
    owner: person.userId,
    created_at,
  }));
}

/** Fills the empty tables with everybody in `people`. */
export async function insertPeople(transaction: Transaction): Promise<void> {
  await insert(transaction, 'tenants', [
    { id: tenantIds.one, name: company.name },
    { id: tenantIds.two, name: otherCompany.name },
  ]);
  await insert(transaction, 'auth.users', await Promise.all(people.map(userRow)));
  const sessions = people.map(({ key, userId }) => ({
    id: lastingSessionIds[key],
    user_id: userId,
    created_at: '2025-11-01T08:00:00Z',
  }));
  await insert(transaction, 'auth.sessions', sessions);
  await insert(transaction, 'profiles', people.map(profileRow));
  await insert(transaction, 'bookings', people.flatMap(bookingRows));
  await insert(transaction, 'invoices', people.flatMap(invoiceRows));
  await insert(transaction, 'chat_messages', people.flatMap(messageRows));
  await insert(transaction, 'internal_notes', people.flatMap(noteRows));
  await insert(transaction, 'documents', documentRows());
  await insert(transaction, 'storage.objects', people.flatMap(paperRows));
}
