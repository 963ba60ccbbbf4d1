import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { claimsOf } from '../jwt';
import { tenantsIn } from '../tenants';
import { encodedPart, withAlgNone, withClaims } from './forged';

/** A token that was made without the key, and how: `without its signature`. */
export interface Forgery {
  readonly how: string;
  readonly token: string;
}

/**
 * Secrets that stand in documentation and in default set-ups, and so in products. The first is what Supabase's own
 * docker set-up and its command line start with.
 */
const knownSecrets = [
  'super-secret-jwt-token-with-at-least-32-characters-long',
  'your-256-bit-secret',
  'secret',
] as const;

/** Role by which PostgREST's and most other back ends let everything pass. */
const promoted = { role: 'service_role', is_admin: true } as const;

/** What can be made of somebody's good token by who does not have the key; the person in it stays. Pure. */
export function forgeriesOf(good: string): readonly Forgery[] {
  const later = (claimsOf(good)?.exp ?? 0) + 86_400;
  return [
    ...withAlgNone(good).map((token, index) => ({ how: `unsigned (spelling ${index + 1})`, token })),
    { how: 'without its signature', token: `${good.slice(0, good.lastIndexOf('.'))}.` },
    { how: 'with a later end under the old signature', token: withClaims(good, { exp: later }) },
    ...knownSecrets.map((secret, index) => ({
      how: `signed with a secret from documentation (${index + 1})`,
      token: signedHs256(good, {}, secret),
    })),
  ];
}

/**
 * What somebody can make of his own good token: himself another person, or a server.
 *
 * @param owner user id and claims of the other person; only what tells people and tenants apart is taken of them
 */
export function rewritten(
  own: string,
  owner: { readonly userId: string; readonly token: string },
): readonly Forgery[] {
  const claims = claimsOf(own);
  if (!claims) return [];
  const tenant = tenantsIn(claimsOf(owner.token) ?? {});
  const app = {
    ...fieldsOf(claims['app_metadata']),
    ...tenantsIn(fieldsOf(claimsOf(owner.token)?.['app_metadata'])),
  };
  const asOwner = { ...tenant, sub: owner.userId, app_metadata: app };
  return [
    { how: "with the owner's id and tenant under one's own signature", token: withClaims(own, asOwner) },
    {
      how: "with the role of a server under one's own signature",
      token: withClaims(own, { ...asOwner, ...promoted, app_metadata: { ...app, role: 'admin' } }),
    },
  ];
}

/**
 * The same claims, signed with the public key as if it were a secret: a library that lets the token's header choose
 * between HS256 and RS256 takes it. The key is tried in the forms in which it is kept in files.
 *
 * @param key of the product's JWK set; gives nothing for one that is no public key
 */
export function withPublicKey(good: string, key: JsonWebKey): readonly Forgery[] {
  const kid = key['kid'];
  const header = typeof kid === 'string' ? { kid } : {};
  return secretsOf(key).map((secret, index) => ({
    how: `signed with the published key (form ${index + 1})`,
    token: signedHs256(good, header, secret),
  }));
}

function secretsOf(key: JsonWebKey): readonly (string | Buffer)[] {
  try {
    const known = createPublicKey({ key, format: 'jwk' });
    const pem = known.export({ type: 'spki', format: 'pem' }).toString();
    const old = key.kty === 'RSA' ? [known.export({ type: 'pkcs1', format: 'pem' }).toString()] : [];
    return [pem, pem.trimEnd(), known.export({ type: 'spki', format: 'der' }), ...old];
  } catch {
    return [];
  }
}

function signedHs256(good: string, header: object, secret: string | Buffer): string {
  const [, payload = ''] = good.split('.');
  const unsigned = `${encodedPart({ alg: 'HS256', typ: 'JWT', ...header })}.${payload}`;
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
