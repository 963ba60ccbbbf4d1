import { randomUUID } from 'node:crypto';
import type { Parts } from '../parts';

const visitCookie = /(?:^|;\s*)hl_visit=([\w-]+)/;

/** The visit that a browser says it is on. */
export function visitOf(request: Request): string | undefined {
  return visitCookie.exec(request.headers.get('cookie') ?? '')?.[1];
}

/** The product whose pages give every browser a cookie, long before anybody signs in there. */
export function withVisits(parts: Parts): Parts {
  const { dress } = parts.http;
  return {
    ...parts,
    http: {
      ...parts.http,
      dress(request, headers) {
        dress(request, headers);
        const isPage = request.headers.get('accept')?.includes('text/html') === true;
        if (isPage && visitOf(request) === undefined)
          headers.append('set-cookie', `hl_visit=${randomUUID()}; Path=/; HttpOnly; SameSite=Lax`);
      },
    },
  };
}
