/** A JSON Web Token in a text, and what it lets its bearer be. */
export interface Jwt {
  readonly token: string;
  readonly index: number;
  readonly claims: Readonly<Record<string, unknown>>;
}

const shape = /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/g;

/** Finds and decodes the JWTs of a text; what does not decode is none. */
export function jwtsIn(text: string): readonly Jwt[] {
  return Array.from(text.matchAll(shape), ({ 0: token, index }) => ({
    token,
    index,
    claims: claimsOf(token),
  })).filter((jwt): jwt is Jwt => jwt.claims !== null);
}

/** The claims of a JWT, unverified; `null` when it is none. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return isObject(claims) ? claims : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Database roles above every row rule. */
const privileged = new Set([
  'service_role',
  'supabase_admin',
  'postgres',
  'admin_api',
  'supabase_auth_admin',
  'supabase_storage_admin',
]);

/**
 * What a token is to one who is not its owner: only the role inside tells Supabase's `service_role` key from the
 * `anon` one, which every page may hold.
 */
export function ruleOf({ claims }: Jwt): 'service-key' | 'session-token' | null {
  const role = claims['role'];
  if (typeof role === 'string' && privileged.has(role)) return 'service-key';
  if (role === 'anon') return null;
  return typeof claims['sub'] === 'string' && (typeof claims['exp'] === 'number' || role === 'authenticated')
    ? 'session-token'
    : null;
}
