import type { Exhibit } from '../words';
import { conversationWords } from '../product/chat/conversation-words';
import { bodyOf } from '../product/chat/encoded-body';
import { carries } from '../product/chat/traffic';

/** By what name a conversation is sent: `conversation_id`, `sessionId`, `chatId`, `thread`. */
const conversationName = new RegExp(`(?:${conversationWords})(?:[-_]?(?:id|key|uuid))?$`, 'i');

/** `/sessions/{id}/continueChat` */
const conversationInPath = new RegExp(`/(?:${conversationWords})(?:s|en|es)?/([\\w-]{8,})(?:/|$)`, 'i');

/** An id of a conversation, and the address to which it was sent. */
export interface SentConversation {
  readonly id: string;
  readonly url: string;
}

/**
 * The conversations under which somebody talked to a chatbot, by the requests and frames that carried what was said.
 * What stands in a page's own HTML or scripts as well (the id of a site, of a flow) is the same for everybody, and none.
 * Pure. Knows JSON bodies, forms, and addresses.
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
  const ids = [...idsUnder(bodyOf(body)?.content), ...idsInAddress(url)];
  return [...new Set(ids)].map((id) => ({ id, url }));
}

function idsInAddress(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { pathname, searchParams } = new URL(url);
  const [, inPath] = conversationInPath.exec(pathname) ?? [];
  return [...idsUnder(Object.fromEntries(searchParams)), ...(inPath === undefined ? [] : [inPath])];
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
