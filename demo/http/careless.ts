import type { CacheParts } from './cache';

const aMinute = 60_000;

/** Whether the address is one of people's data. */
export function privateData(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return /^\/(?:m\/)?api\/|^\/rest\/v1\//.test(pathname);
}

/** Whether the address ends like a file that is the same for everybody. */
export function looksStatic(request: Request): boolean {
  return /\.(?:css|js|png|svg|ico|woff2)$/.test(new URL(request.url).pathname);
}

/** `/api/chat/history/x.css` as `/api/chat/history`; real files of the site stay what they are. */
export function withoutStaticEnd(path: string): string {
  return path.replace(/^(\/(?:api|account)\/.+?|\/account)\/[^/]+\.(?:css|js|png|svg|ico|woff2)$/, '$1');
}

/** Keeps good answers to requests of a kind for a minute, whatever the answers say of themselves. */
export function keptAnyway(parts: CacheParts, which: (request: Request) => boolean): CacheParts['life'] {
  return (request, answer) =>
    which(request) && answer.status === 200 ? aMinute : parts.life(request, answer);
}

/** Two requests are the same when their addresses are. */
export function byAddress(request: Request): string {
  return request.url;
}

/** Whether somebody signed in reads data. */
export function isSignedInRead(request: Request): boolean {
  return request.method === 'GET' && request.headers.has('authorization') && privateData(request);
}

/** Says yes in that share of the calls, without a period, and the same each time the demo starts. */
export function unevenly(share: number): () => boolean {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 < share;
  };
}
