import type { Claims, DemoContext } from '../context';
import { bearerOf } from '../auth/caller';
import { refused } from './problem';

/** `Prefer` as PostgREST reads it: `return=minimal, count=exact`. */
export type Preferences = ReadonlyMap<string, string>;

export function preferencesOf(request: Request): Preferences {
  const parts = (request.headers.get('prefer') ?? '').split(',').map((part) => part.trim().split('='));
  return new Map(parts.map(([name = '', value = '']) => [name, value]));
}

/** Whether the answer is to be one object rather than a list. */
export function wantsOne(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('application/vnd.pgrst.object+json');
}

/** `Range: 0-9` as limit and offset; a request without one, or with another unit, has none. */
export function rangeOf(request: Request): { readonly offset: number; readonly limit: number | null } | null {
  const range = /^(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  if (range === null) return null;
  const [from, to] = [Number(range[1]), range[2] === '' ? null : Number(range[2])];
  if (to !== null && to < from) throw refused(416, 'PGRST103', 'Requested range not satisfiable');
  return { offset: from, limit: to === null ? null : to - from + 1 };
}

/** Who asks: the bearer token's claims, or the project key's. Throws 401 for a token that is no good. */
export async function claimsOfRequest(demo: DemoContext, request: Request): Promise<Claims> {
  const key = request.headers.get('apikey') ?? new URL(request.url).searchParams.get('apikey');
  if (key === null) throw refused(401, 'PGRST302', 'No API key found in request');
  if (key !== demo.anonKey && key !== demo.serviceKey) throw refused(401, 'PGRST302', 'Invalid API key');
  const read = await demo.parts.auth.readToken(bearerOf(request) ?? key);
  if (read.is === 'dead') throw refused(401, 'PGRST301', read.why);
  return read.claims;
}

/** The claims with which the schema that a request names is read. Throws 406 for one that is not exposed. */
export function claimsInProfile({ parts }: DemoContext, request: Request, claims: Claims): Claims {
  const profile = request.headers.get('accept-profile') ?? request.headers.get('content-profile') ?? 'public';
  const inProfile = profile === 'public' ? claims : parts.rows.otherSchema(profile, claims);
  if (inProfile === null)
    throw refused(406, 'PGRST106', `Invalid schema: ${profile}`, 'The schema must be one that is exposed');
  return inProfile;
}
