/** The claims that name a tenant, an organisation or a company: `tenant_id`, `org`, `https://x/workspaceId`. Pure. */
export function tenantsIn(claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims).filter(
      (entry): entry is [string, string] =>
        /tenant|org|company|workspace/i.test(entry[0]) && typeof entry[1] === 'string',
    ),
  );
}

/** The tenant that a token's claims name, at their top or in `app_metadata`; `undefined` when they name none. Pure. */
export function tenantOf(claims: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const app = claims?.['app_metadata'];
  const inner = typeof app === 'object' && app !== null ? { ...app } : {};
  return Object.values({ ...tenantsIn(inner), ...tenantsIn(claims ?? {}) })[0];
}
