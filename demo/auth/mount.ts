import type { Context } from 'hono';
import type { DemoContext, Mount, User } from '../context';
import { fieldsOf } from './claims';
import { publishedKeySet } from './keys';
import { passwordMatches } from './password';
import { authRefusal, privately } from './refusal';
import {
  issueTokens,
  openSession,
  refreshRow,
  revoke,
  spend,
  userByEmail,
  userById,
  userJson,
} from './sessions';

async function bodyOf(context: Context): Promise<{ readonly [name: string]: unknown }> {
  return fieldsOf(await context.req.json().catch(() => null));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function told(answer: object): Response {
  return Response.json(answer, { headers: privately });
}

async function byPassword(demo: DemoContext, body: { readonly [name: string]: unknown }): Promise<Response> {
  const user = await demo.db.asService((query) => userByEmail(query, textOf(body['email'])));
  const good = user !== null && (await passwordMatches(textOf(body['password']), user.encrypted_password));
  if (!good) return authRefusal(400, 'invalid_credentials', 'Invalid login credentials');
  return demo.db.asService(async (query) =>
    told(await issueTokens(query, user, await openSession(query, user.id))),
  );
}

async function byRefreshToken(
  demo: DemoContext,
  body: { readonly [name: string]: unknown },
): Promise<Response> {
  const token = textOf(body['refresh_token']);
  return demo.db.asService(async (query) => {
    const row = await refreshRow(query, token);
    const user = row === null ? null : await userById(query, row.user_id);
    if (row === null || user === null) {
      return authRefusal(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
    }
    if (!demo.parts.auth.refreshServes({ spent: row.spent, sessionRevoked: row.revoked })) {
      // A token that comes a second time was stolen by one of its two bearers: neither goes on.
      await revoke(query, row.user_id, row.session_id, 'local');
      return authRefusal(400, 'refresh_token_already_used', 'Invalid Refresh Token: Already Used');
    }
    await spend(query, token);
    return told(await issueTokens(query, user, row.session_id));
  });
}

/** The signed-in caller, or the refusal that it gets. */
async function signedIn(demo: DemoContext, request: Request): Promise<User | Response> {
  const caller = await demo.callerOf(request);
  if (caller.is === 'user') return caller;
  return authRefusal(401, 'no_authorization', 'This endpoint requires a Bearer token');
}

async function tellUser(demo: DemoContext, caller: User): Promise<Response> {
  const user = await demo.db.asService((query) => userById(query, caller.id));
  if (user === null) return authRefusal(403, 'user_not_found', 'User from sub claim in JWT does not exist');
  return told(userJson(user));
}

/** What a user may change of itself: `data`, which becomes its `user_metadata`. */
async function changeUser(demo: DemoContext, caller: User, body: object): Promise<Response> {
  const { data, ...rest } = fieldsOf(body);
  if (Object.keys(rest).some((name) => name === 'email' || name === 'password')) {
    return authRefusal(422, 'validation_failed', 'Only data can be changed here');
  }
  const sql = `update auth.users set raw_user_meta_data = raw_user_meta_data || $2::text::jsonb, updated_at = now()
    where id = $1`;
  await demo.db.asService((query) => query(sql, [caller.id, JSON.stringify(fieldsOf(data))]));
  return tellUser(demo, caller);
}

function scopeOf(context: Context): 'local' | 'global' | 'others' {
  const scope = context.req.query('scope');
  return scope === 'global' || scope === 'others' ? scope : 'local';
}

/** `/auth/v1`: the part of GoTrue that a page with e-mail and password needs. */
export const mountAuth: Mount = (app, demo) => {
  app.use('/auth/v1/*', async (context, next) => {
    const key = context.req.header('apikey');
    if (key === demo.anonKey || key === demo.serviceKey) return next();
    const message = key === undefined ? 'No API key found in request' : 'Invalid API key';
    return Response.json({ message }, { status: 401, headers: privately });
  });
  app.get('/auth/v1/.well-known/jwks.json', () => Response.json(publishedKeySet));
  app.post('/auth/v1/token', async (context) => {
    const grant = context.req.query('grant_type');
    if (grant === 'password') return byPassword(demo, await bodyOf(context));
    if (grant === 'refresh_token') return byRefreshToken(demo, await bodyOf(context));
    return authRefusal(400, 'validation_failed', 'unsupported_grant_type');
  });
  app.get('/auth/v1/user', async (context) => {
    const caller = await signedIn(demo, context.req.raw);
    return caller instanceof Response ? caller : tellUser(demo, caller);
  });
  app.put('/auth/v1/user', async (context) => {
    const caller = await signedIn(demo, context.req.raw);
    return caller instanceof Response ? caller : changeUser(demo, caller, await bodyOf(context));
  });
  app.post('/auth/v1/logout', async (context) => {
    const caller = await signedIn(demo, context.req.raw);
    if (caller instanceof Response) return caller;
    await demo.db.asService((query) => revoke(query, caller.id, caller.sessionId, scopeOf(context)));
    return new Response(null, { status: 204, headers: privately });
  });
};
