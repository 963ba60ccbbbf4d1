import type { Query } from '../context';

interface MessageRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly author: string;
  readonly text: string;
  readonly created_at: Date;
}

const historySql = `select id, conversation_id, author, text, created_at from chat_messages
  where user_id = coalesce($1::uuid, user_id) order by created_at, id`;

/** What a person and the assistant said to each other, the oldest first. */
export async function history(query: Query, userId: string | null): Promise<readonly object[]> {
  const rows = await query<MessageRow>(historySql, [userId]);
  return rows.map(({ conversation_id: conversationId, created_at: createdAt, ...row }) => ({
    ...row,
    conversationId,
    createdAt,
  }));
}
