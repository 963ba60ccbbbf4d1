import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import { bearerOf } from '../auth/caller';
import { fieldsOf } from '../auth/claims';
import { signingKey } from '../auth/keys';
import { privately } from '../auth/refusal';
import type { Claims, DemoContext, Mount } from '../context';
import { fileOf, isPublic, listed, sees, type FileName } from './files';
import type { StorageAction } from './parts';

/** Supabase Storage says no with 400, and says in the body what it means. */
function refusal(statusCode: '400' | '403' | '404', error: string, message: string): Response {
  return Response.json({ statusCode, error, message }, { status: 400, headers: privately });
}

const notFound = () => refusal('404', 'not_found', 'Object not found');

/** Who asks: the bearer token's claims, else those of the project's key. `null` for a token that is no good. */
async function claimsOf(demo: DemoContext, request: Request): Promise<Claims | null> {
  const read = await demo.parts.auth.readToken(bearerOf(request) ?? request.headers.get('apikey') ?? '');
  return read.is === 'good' ? read.claims : null;
}

/** `/storage/v1/object/sign/papers/a/b.pdf` behind `/storage/v1/object/sign/`. */
function fileIn(request: Request, base: string): FileName {
  const [bucket = '', ...name] = decodeURIComponent(new URL(request.url).pathname.slice(base.length)).split(
    '/',
  );
  return { bucket, name: name.join('/') };
}

type Serve = (file: FileName, claims: Claims, request: Request) => Promise<Response>;

function guarded(demo: DemoContext, action: StorageAction, base: string, serve: Serve) {
  return async (request: Request): Promise<Response> => {
    const claims = await claimsOf(demo, request);
    if (claims === null) return refusal('403', 'Unauthorized', 'jwt expired or malformed');
    return serve(fileIn(request, base), demo.parts.storage.authority(claims, action), request);
  };
}

async function linked(file: FileName): Promise<Response> {
  const url = `${file.bucket}/${file.name}`;
  const token = await new SignJWT({ url })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10 minutes')
    .sign(signingKey);
  return Response.json({ signedURL: `/object/sign/${url}?token=${token}` }, { headers: privately });
}

/** A link is good for whoever has it, and for its own file only. */
async function byLink(demo: DemoContext, request: Request): Promise<Response> {
  const file = fileIn(request, '/storage/v1/object/sign/');
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const signed = await jwtVerify(token, signingKey).catch(() => null);
  if (signed?.payload['url'] !== `${file.bucket}/${file.name}`)
    return refusal('400', 'InvalidJWT', 'invalid signature');
  return fileOf(demo, file);
}

/** `/storage/v1`: the part of Supabase Storage that a page meets when it lists, links and shows files. */
export const mountStorage: Mount = (app, demo) => {
  const base = '/storage/v1/object/';
  const read: Serve = async (file, claims) =>
    (await sees(demo, claims, file)) ? fileOf(demo, file) : notFound();
  const list = guarded(demo, 'list', `${base}list/`, async ({ bucket }, claims, request) => {
    const { prefix } = fieldsOf(await request.json().catch(() => null));
    const name = typeof prefix === 'string' ? prefix : '';
    return Response.json(await demo.db.as(claims, (query) => listed(query, { bucket, name })), {
      headers: privately,
    });
  });
  const sign = guarded(demo, 'sign', `${base}sign/`, async (file, claims) =>
    (await sees(demo, claims, file)) ? linked(file) : notFound(),
  );
  app.post(`${base}list/:bucket`, (context) => list(context.req.raw));
  app.post(`${base}sign/*`, (context) => sign(context.req.raw));
  app.get(`${base}sign/*`, (context) => byLink(demo, context.req.raw));
  app.get(`${base}public/*`, async (context) => {
    const file = fileIn(context.req.raw, `${base}public/`);
    const isThere = (await isPublic(demo, file.bucket)) && (await sees(demo, { role: 'service_role' }, file));
    return isThere ? fileOf(demo, file) : notFound();
  });
  app.get(`${base}authenticated/*`, (context) =>
    guarded(demo, 'read', `${base}authenticated/`, read)(context.req.raw),
  );
  app.get(`${base}*`, (context) => guarded(demo, 'read', base, read)(context.req.raw));
};
