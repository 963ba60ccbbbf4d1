import { createHmac, generateKeyPairSync } from 'node:crypto';

/** Signs every token of the demo. It protects made-up people only; a real product keeps this in its environment. */
const signingSecret = 'harbour-lane-demo-signing-secret-of-no-real-product';

/** The same as bytes, which is what `jose` takes. */
export const signingKey = new TextEncoder().encode(signingSecret);

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** A project key as Supabase hands them out: a JWT that is good for ten years and names only a role. */
function projectKey(role: 'anon' | 'service_role', ref = 'harbourlane', iat = 1_735_689_600): string {
  const claims = { iss: 'supabase', ref, role, iat, exp: 2_051_222_400 };
  const unsigned = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${unsigned}.${createHmac('sha256', signingSecret).update(unsigned).digest('base64url')}`;
}

/** Publishable: it opens only what the row rules open to everybody. */
export const anonKey = projectKey('anon');

/** The publishable keys that pages come to hold besides: the one from before the last rotation, and staging's. */
export const earlierAnonKey = projectKey('anon', 'harbourlane', 1_704_067_200);
export const stagingAnonKey = projectKey('anon', 'harbourlanestaging');

/** Opens everything. */
export const serviceKey = projectKey('service_role');

/**
 * The key that the project is about to change over to. Its public half is published beforehand, so that every checker
 * knows it in time; nothing is signed with it yet.
 */
const standby = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;

/** How the standby key is called in the headers of tokens. */
export const standbyKeyId = 'harbour-lane-next';

/** The public half as a file has it. */
export const standbyPem = standby.export({ type: 'spki', format: 'pem' }).toString();

/** What `/auth/v1/.well-known/jwks.json` says. */
export const publishedKeySet = {
  keys: [{ ...standby.export({ format: 'jwk' }), kid: standbyKeyId, alg: 'ES256', use: 'sig' }],
};
