import { HTTPException } from 'hono/http-exception';

/** Private and never kept by anything between the server and the person. */
export const privately = { 'cache-control': 'private, no-store' } as const;

/** GoTrue's way to say no: `{ code, error_code, msg }`. */
export function authRefusal(status: number, errorCode: string, msg: string): Response {
  return Response.json({ code: status, error_code: errorCode, msg }, { status, headers: privately });
}

/** The same to throw, for where a caller is expected. */
export function authException(status: 401 | 403, errorCode: string, msg: string): HTTPException {
  return new HTTPException(status, { res: authRefusal(status, errorCode, msg) });
}
