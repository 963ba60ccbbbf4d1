import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { customers } from '../shop';
import { callerOf, endSession, isOpen, keepOwnData, keySet, spend, tokensFor, userJson } from './tokens';

const password = z.object({ email: z.string(), password: z.string() });
const refresh = z.object({ refresh_token: z.string() });
const change = z.object({ data: z.record(z.string(), z.unknown()) });

/** `/auth/v1`: so much of GoTrue as a page with e-mail and password needs. */
export function mountAuth(app: Hono): void {
  app.get('/auth/v1/.well-known/jwks.json', (c) => c.json(keySet));
  app.post('/auth/v1/token', (c) => (c.req.query('grant_type') === 'refresh_token' ? goOn(c) : signIn(c)));
  app.get('/auth/v1/user', async (c) => {
    const user = await signedIn(c);
    return user ? c.json(userJson(user.customer)) : noSession(c);
  });
  app.put('/auth/v1/user', async (c) => {
    const user = await signedIn(c);
    if (!user) return noSession(c);
    keepOwnData(user.customer, change.parse(await c.req.json()).data);
    return c.json(userJson(user.customer));
  });
  app.post('/auth/v1/logout', async (c) => {
    const user = await signedIn(c);
    if (!user) return noSession(c);
    endSession(user.session);
    return c.body(null, 204);
  });
}

async function signIn(c: Context): Promise<Response> {
  const given = password.parse(await c.req.json());
  const found = customers.find((one) => one.email === given.email && one.password === given.password);
  if (found) return c.json(await tokensFor(found));
  return c.json({ error_code: 'invalid_credentials', msg: 'Invalid login credentials' }, 400);
}

async function goOn(c: Context): Promise<Response> {
  const found = spend(refresh.parse(await c.req.json()).refresh_token);
  if (found) return c.json(await tokensFor(found.customer, found.session));
  return c.json({ error_code: 'refresh_token_not_found', msg: 'Invalid Refresh Token' }, 400);
}

async function signedIn(c: Context) {
  const caller = await callerOf(c.req.header('authorization'));
  return caller.is === 'user' && isOpen(caller.session) ? caller : undefined;
}

function noSession(c: Context): Response {
  return c.json({ error_code: 'session_not_found', msg: 'This session is not open' }, 403);
}
