import { randomUUID } from 'node:crypto';

/** Whether a page is asked for that is the same for everybody. */
export function isPublicPage(request: Request): boolean {
  return ['/', '/pricing'].includes(new URL(request.url).pathname);
}

/** Identifiers as gateways and tracing add them. */
export function withIdentifiers(headers: Headers): void {
  for (const name of ['x-request-id', 'x-correlation-id', 'x-amz-cf-id', 'x-deployment-id'])
    headers.set(name, randomUUID());
}
