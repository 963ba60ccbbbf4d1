import { createHmac } from 'node:crypto';

/** Signs every token of the demo. It protects made-up people only; a real product keeps this in its environment. */
const signingSecret = 'harbour-lane-demo-signing-secret-of-no-real-product';

/** The same as bytes, which is what `jose` takes. */
export const signingKey = new TextEncoder().encode(signingSecret);

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** A project key as Supabase hands them out: a JWT that is good for ten years and names only a role. */
function projectKey(role: 'anon' | 'service_role'): string {
  const claims = { iss: 'supabase', ref: 'harbourlane', role, iat: 1_735_689_600, exp: 2_051_222_400 };
  const unsigned = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${unsigned}.${createHmac('sha256', signingSecret).update(unsigned).digest('base64url')}`;
}

/** Publishable: it opens only what the row rules open to everybody. */
export const anonKey = projectKey('anon');

/** Opens everything. */
export const serviceKey = projectKey('service_role');
