/** Whom somebody claims to be. */
interface Claimed {
  readonly user: string;
  readonly email: string | undefined;
}

/**
 * The part of a body that claims an identity in each of these fields.
 *
 * @param fields names, with dots for what lies deeper: `user_id`, `user.email`
 */
export function identityClaims(
  fields: readonly string[],
  { user, email }: Claimed,
): Readonly<Record<string, unknown>> {
  const claims: Record<string, unknown> = {};
  for (const field of fields) {
    const value = /e-?mail$/i.test(field) ? email : user;
    if (value !== undefined) put(claims, field.split('.'), value);
  }
  return claims;
}

function put(into: Record<string, unknown>, [name = '', ...deeper]: readonly string[], value: string): void {
  if (deeper.length === 0) {
    into[name] = value;
    return;
  }
  const before = into[name];
  const inner: Record<string, unknown> = typeof before === 'object' ? { ...before } : {};
  put(inner, deeper, value);
  into[name] = inner;
}
