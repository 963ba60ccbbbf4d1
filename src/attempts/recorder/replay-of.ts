import type { Read } from '../../product/types';
import type { Visitor } from '../../visit/visitor';
import type { Endpoint, OwnedRecord } from '../../words';
import { headersToSend } from './carried';
import { knownIdsOf } from './known-ids';

/** A recorded request, ready for others to try: as a read of the config would be, with what the browser sent besides. */
export interface Replay {
  readonly what: string;
  readonly read: Read;
  /** Whose record of which kind it showed its owner, and the id by which it was asked for, if by one. */
  readonly record: OwnedRecord;
  readonly headers: Readonly<Record<string, string>>;
  /** It is a message to the chatbot: each costs money. */
  readonly isChat: boolean;
}

/** A request as it was recorded. */
export interface Recorded {
  readonly what: string;
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isQuery: boolean;
  /** The visitor's own question to the chatbot was sent by it. */
  readonly isChat?: boolean;
}

/** What can be tried with a recorded request; else why nothing can. */
export function replayOf(
  visitor: Visitor,
  recorded: Recorded,
  records: Endpoint['records'],
): Replay | { readonly why: string } {
  const { product } = visitor.stage;
  const { what, method, address, headers, body } = recorded;
  const sought = records?.find(({ owner }) => owner === visitor.persona.account) ?? records?.[0];
  if (!sought) return { why: 'its answer could not be had or read, so that nothing is known to look for' };
  const path = new URL(address, product.site).pathname;
  const isChat = recorded.isChat === true || path === product.chat.api?.path;
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead && !isChat && !isDeclared(visitor, recorded, path))
    return { why: `${method} may change something, and the config does not declare it as a read` };
  const id = idIn(visitor, `${address}\n${body ?? ''}`);
  const fill = (text: string) => withHoles(text, { id, user: visitor.session?.userId });
  const read: Read = {
    name: what,
    kind: sought.kind,
    path: fill(address),
    ...(method === 'POST' && { method: 'POST' as const }),
    ...(body !== undefined && !isRead && { body: fill(body) }),
    ...(/\/rest\/v\d+\//.test(path) && !path.includes('/rpc/') && { rows: true }),
    shape: what,
  };
  const record = { ...sought, fields: {}, ...(id !== undefined && { id }) };
  return { what, read, record, headers: headersToSend(headers), isChat };
}

/** Calls that only ask. On somebody's live product the config has to say so. */
function isDeclared({ stage }: Visitor, { method, isQuery }: Recorded, path: string): boolean {
  if (method !== 'POST') return false;
  const { reads, demo, site } = stage.product;
  const declared = reads.some((read) => read.method === 'POST' && new URL(read.path, site).pathname === path);
  return declared || (demo && (isQuery || path.includes('/rpc/')));
}

/** The first id of a record of the config that stands in a request. */
function idIn(visitor: Visitor, text: string): string | undefined {
  const records = [...knownIdsOf(visitor)].filter(([, { record }]) => record !== undefined);
  return records.map(([id]) => id).find((id) => withHoles(text, { id, user: undefined }) !== text);
}

/** A short id (`7`) is one only where it stands by itself. */
function withHoles(
  text: string,
  { id, user }: { readonly id: string | undefined; readonly user: string | undefined },
): string {
  const put = (now: string, value: string | undefined, hole: string) =>
    value === undefined || value === '' ? now : now.replaceAll(asWhole(value), hole);
  return put(put(text, id, '{id}'), user, '{user}');
}

function asWhole(value: string): RegExp {
  const quoted = value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\w-])${quoted}(?![\\w-])`, 'g');
}
