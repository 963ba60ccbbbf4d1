import { createHash } from 'node:crypto';
import { privateData } from './careless';
import type { Answerer } from './cache';

/** How answers are told apart from those that a client has already. */
export interface TagParts {
  /** Says that nothing has changed, before the product is asked at all; `null` to go on. */
  readonly early: (request: Request) => Response | null;
  /** Is told each tag that is handed out. */
  readonly learn: (request: Request, tag: string) => void;
}

export const soundTags: TagParts = { early: () => null, learn: () => undefined };

/** What is answered instead of what the client has already. */
export function unchanged(tag: string): Response {
  return new Response(null, { status: 304, headers: { etag: tag, 'cache-control': 'private, no-store' } });
}

/**
 * Puts a tag on each private answer, and spares the body where the client has it. The tag is that of the answer which
 * this very client gets: who is refused is refused.
 */
export function tagged(parts: TagParts, origin: Answerer): Answerer {
  return async (request) => {
    if (request.method !== 'GET' || !privateData(request)) return origin(request);
    const early = parts.early(request);
    if (early !== null) return early;
    const answer = await origin(request);
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('application/json'))
      return answer;
    const body = await answer.arrayBuffer();
    const tag = `"${createHash('sha1').update(new Uint8Array(body)).digest('base64url')}"`;
    parts.learn(request, tag);
    if (request.headers.get('if-none-match') === tag) return unchanged(tag);
    const headers = new Headers(answer.headers);
    headers.set('etag', tag);
    return new Response(body, { status: answer.status, headers });
  };
}
