import type { Claims } from '../context';

/** An object to look things up in; anything else is an empty one. */
export function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A token's payload in the demo's own shape, all of its claims kept. A payload without a role is nobody's. */
export function claimsOf(payload: object): Claims {
  const fields = fieldsOf(payload);
  const app = fieldsOf(fields['app_metadata']);
  const [sub, session, email] = [text(fields['sub']), text(fields['session_id']), text(fields['email'])];
  const [tenant, role] = [text(app['tenant_id']), text(app['role'])];
  return {
    ...fields,
    role: text(fields['role']) ?? 'anon',
    ...(sub !== undefined && { sub }),
    ...(session !== undefined && { session_id: session }),
    ...(email !== undefined && { email }),
    app_metadata: {
      ...app,
      ...(tenant !== undefined && { tenant_id: tenant }),
      ...(role !== undefined && { role }),
    },
    user_metadata: fieldsOf(fields['user_metadata']),
  };
}
