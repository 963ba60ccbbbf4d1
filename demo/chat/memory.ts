import type { Turn } from './turn';

/** One earlier message of a conversation. */
export interface Said {
  readonly author: 'customer' | 'assistant';
  readonly text: string;
}

/** Where conversations are kept. Visitors who are not signed in have none. */
export interface Memory {
  /** The conversation so far, oldest first: its beginning and its end when it is long. */
  readonly earlier: (turn: Turn) => Promise<readonly Said[]>;
  readonly keep: (turn: Turn, said: Said) => Promise<void>;
}

/** Customers say the important things first, so the beginning is always kept in mind. */
const earlierSql = `
  with numbered as (
    select author, text, row_number() over (order by created_at, id) as n, count(*) over () as total
    from chat_messages
    where user_id = $1 and conversation_id = coalesce($2::uuid, (
      select conversation_id from chat_messages where user_id = $1 order by created_at limit 1))
  )
  select author, text from numbered where n <= 12 or n > total - 20 order by n`;

const keepSql = `
  insert into chat_messages (user_id, tenant_id, conversation_id, author, text)
  values ($1, $2, coalesce($3::uuid, (
    select conversation_id from chat_messages where user_id = $1 order by created_at limit 1), gen_random_uuid()), $4, $5)`;

/** The caller's own conversations, on the caller's own rights. */
export const ownMemory: Memory = {
  async earlier({ authority, body }) {
    if (authority.userId === null) return [];
    const conversation = body.conversation_id ?? null;
    return authority.read((query) => query<Said>(earlierSql, [authority.userId, conversation]));
  },
  async keep({ authority, body }, { author, text }) {
    if (authority.userId === null || text === '') return;
    const values = [authority.userId, authority.tenantId, body.conversation_id ?? null, author, text];
    await authority.read((query) => query(keepSql, values));
  },
};
