import { noArguments, type Tool } from './tool';

const sql = `select number, payment_reference, currency || ' ' || to_char(amount_cents / 100.0, 'FM999999990.00') as amount,
    status, to_char(issued_on, 'YYYY-MM-DD') as issued
  from invoices where user_id = $1 order by issued_on`;

/** The caller's invoices, with what one needs in order to pay them. */
export const myInvoices: Tool = {
  name: 'my_invoices',
  description: "The signed-in customer's own invoices.",
  parameters: noArguments,
  offeredTo: 'signed-in',
  run: (_args, { authority }) => authority.read((query) => query(sql, [authority.userId])),
};
