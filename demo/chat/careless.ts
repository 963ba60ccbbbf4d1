import type { Query } from '../context';
import { ownAuthority, type Authority } from './authority';
import type { ChatBody } from './body';
import type { Memory, Said } from './memory';
import type { ChatParts } from './parts';
import type { Tool } from './tools/tool';
import type { Turn } from './turn';

/** Careless ways to run a chatbot, which more than one fault has in common. */

const customersSql = `select p.full_name as name, p.email, p.phone, p.address,
    (select string_agg(b.reference, ' and ' order by b.starts_at) from bookings b where b.user_id = p.user_id) as bookings
  from profiles p`;

/** Everybody whom the product knows, on nobody's authority but the server's. */
export function allCustomers(query: Query): Promise<readonly object[]> {
  return query(`${customersSql} order by p.full_name`);
}

/** One value of a customer, as text. */
export function columnOf(customer: object, name: 'name' | 'email'): string {
  return String(Object.entries(customer).find(([key]) => key === name)?.[1]);
}

/** The customers whose name or email address has that text in it. */
export function customersLike(query: Query, text: string): Promise<readonly object[]> {
  return query(`${customersSql} where p.full_name ilike '%' || $1 || '%' or p.email = $1`, [text]);
}

/** A tool for the back office that every conversation is offered. */
export const listCustomers: Tool = {
  name: 'list_customers',
  description: 'All customers with their contact details.',
  parameters: { type: 'object', properties: {} },
  offeredTo: 'everybody',
  run: (_args, { demo }) => demo.db.asService(allCustomers),
};

/** Reads as whomever a field of the body names, on the server's own authority. `where` compares `$1`. */
export function believing(fieldOf: (body: ChatBody) => unknown, where: string): ChatParts['whoseRecords'] {
  return async (caller, body, db): Promise<Authority> => {
    const named = fieldOf(body);
    const sql = `select user_id, tenant_id from profiles where ${where}`;
    const [found] =
      typeof named === 'string'
        ? await db.asService((query) => query<{ user_id: string; tenant_id: string }>(sql, [named]))
        : [];
    if (found !== undefined) return { userId: found.user_id, tenantId: found.tenant_id, read: db.asService };
    return ownAuthority(caller, db);
  };
}

const anyThread = `select author, text from chat_messages where conversation_id = $1 order by created_at, id limit 40`;

/** Continues every conversation whose id is sent, whoever it belongs to. */
export function continuingAny(memory: Memory): Memory {
  return {
    ...memory,
    earlier: async (turn) => {
      const id = turn.body.conversation_id;
      if (id === undefined) return memory.earlier(turn);
      return turn.demo.db.asService((query) => query<Said>(anyThread, [id]));
    },
  };
}

const intoThread = `insert into chat_messages (user_id, tenant_id, conversation_id, author, text)
  select user_id, tenant_id, conversation_id, $2, $3 from chat_messages where conversation_id = $1 limit 1 returning id`;

/** Writes into every conversation whose id is sent, in the name of its owner. */
export function writingIntoAny(memory: Memory): Memory {
  return {
    ...memory,
    keep: async (turn, said) => {
      const id = turn.body.conversation_id;
      const write = (query: Query): Promise<object[]> => query(intoThread, [id, said.author, said.text]);
      if (id !== undefined && (await turn.demo.db.asService(write)).length > 0) return;
      await memory.keep(turn, said);
    },
  };
}

/** Whole rows of the caller's whole tenant; of every tenant for a visitor. */
export async function wholeRows(
  table: 'bookings' | 'invoices' | 'profiles',
  turn: Turn,
): Promise<readonly object[]> {
  const sql = `select * from ${table} where tenant_id = coalesce($1::uuid, tenant_id)`;
  return turn.demo.db.asService((query) => query(sql, [turn.authority.tenantId]));
}
