import { HTTPException } from 'hono/http-exception';

/** A request that the row API does not serve, in PostgREST's shape. */
export function problem(
  status: number,
  code: string,
  message: string,
  details: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ code, details, hint: null, message }, { status, headers });
}

/** The same to throw. Hints are left out: they would tell what is hidden. */
export function refused(
  status: 400 | 401 | 404 | 406 | 416,
  code: string,
  message: string,
  details: string | null = null,
): HTTPException {
  return new HTTPException(status, { res: problem(status, code, message, details) });
}

/** The request's own words do not parse. */
export function unparsable(what: string, text: string): HTTPException {
  return refused(400, 'PGRST100', `"failed to parse ${what} (${text})"`, `unexpected input in ${what}`);
}

/** PostgREST's status for a PostgreSQL error code; `known` says whether the caller is signed in. */
export function statusOf(code: string, known: boolean): number {
  if (code === '42501') return known ? 403 : 401;
  if (code === '23503' || code === '23505') return 409;
  if (code === '42P01' || code === '42883') return 404;
  if (code.startsWith('08') || code.startsWith('53')) return 503;
  if (code.startsWith('XX') || code.startsWith('58')) return 500;
  return 400;
}
