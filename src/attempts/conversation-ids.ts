import type { Exhibit } from '../words';
import { carries } from '../product/chat/traffic';

/** By what name a conversation is sent: `conversation_id`, `sessionId`, `chatId`, `thread`. */
const conversationName = /(?:conversation|thread|session|chat|dialogue?)(?:[-_]?(?:id|key|uuid))?$/i;

/** `/sessions/{id}/continueChat` */
const conversationInPath = /\/(?:conversation|thread|session|chat|dialogue?)s?\/([\w-]{8,})(?:\/|$)/i;

/** An id of a conversation, and the address to which it was sent. */
export interface SentConversation {
  readonly id: string;
  readonly url: string;
}

/**
 * The conversations under which somebody talked to a chatbot, by the requests and frames that carried what was said.
 * What stands in a page's own HTML or scripts as well (the id of a site, of a flow) is the same for everybody, and none.
 * Pure. Knows JSON bodies, and addresses.
 */
export function conversationsIn(
  exhibits: readonly Exhibit[],
  said: readonly string[],
): readonly SentConversation[] {
  const asked = said.filter((text) => text.includes(' '));
  const sent = exhibits.flatMap(({ channel, where, body }) =>
    channel === 'request' && typeof body === 'string' && asked.some((text) => carries(body, text))
      ? idsIn(body, where.url ?? '')
      : [],
  );
  if (sent.length === 0) return [];
  const published = exhibits.flatMap(publishedText);
  return sent.filter(({ id }) => !published.some((text) => text.includes(id)));
}

function idsIn(body: string, url: string): readonly SentConversation[] {
  const [, inPath] = conversationInPath.exec(url) ?? [];
  const ids = [...idsUnder(parsed(body)), ...(inPath === undefined ? [] : [inPath])];
  return [...new Set(ids)].map((id) => ({ id, url }));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // a form or a frame of another kind: its address may still name a conversation
  }
}

function idsUnder(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' && inner.length >= 8 && conversationName.test(name) ? [inner] : idsUnder(inner),
  );
}

function publishedText({ channel, type = '', body }: Exhibit): readonly string[] {
  if (channel !== 'response-body' || !/html|javascript/.test(type)) return [];
  return [
    typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '',
  ];
}
