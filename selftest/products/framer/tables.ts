import { customers, type Customer } from '../shop';
import { hasFault } from './has-fault';
import { userIdOf } from './people';

export type Row = Readonly<Record<string, string | number>>;

/** Rows, and the rule by which the database gives them away. */
export interface Table {
  readonly rows: readonly Row[];
  readonly isFor: (row: Row, asker: Customer | undefined) => boolean;
}

const isOwn: Table['isFor'] = (row, asker) => asker !== undefined && row['user_id'] === userIdOf(asker);

/** The staff sees the customers of its own workshop. */
const isOfStaff: Table['isFor'] = (row, asker) => asker?.isStaff === true && row['tenant'] === asker.tenant;

const everybody = (rowsOf: (customer: Customer, by: Row) => readonly Row[]) =>
  customers.flatMap((customer) => rowsOf(customer, { user_id: userIdOf(customer), tenant: customer.tenant }));

export const tables: Readonly<Record<string, Table>> = {
  profiles: {
    rows: everybody(({ id, name, email, phone, address }, by) => [
      { id, ...by, full_name: name, email, phone, address },
    ]),
    isFor: (row, asker) => isOwn(row, asker) || (hasFault('profiles-for-every-login') && asker !== undefined),
  },
  orders: {
    rows: everybody(({ orders }, { user_id = '' }) => orders.map((order) => ({ user_id, ...order }))),
    isFor: (row, asker) => isOwn(row, asker) || hasFault('orders-without-rules'),
  },
  chat_messages: {
    rows: everybody(({ id, said }, { user_id = '' }) => said.map((text) => ({ id, user_id, text }))),
    isFor: isOwn,
  },
  internal_notes: {
    rows: everybody(({ internalNote }, by) => [{ ...by, ...internalNote }]),
    isFor: isOfStaff,
  },
  customer_overview: {
    rows: everybody(({ name, email, internalNote }, by) => [
      { ...by, full_name: name, email, note: internalNote.text },
    ]),
    isFor: isOfStaff,
  },
};
