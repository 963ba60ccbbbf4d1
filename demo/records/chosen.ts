import type { Claims, DemoContext } from '../context';
import type { Reader, RecordsParts } from './parts';

interface TenantRow {
  readonly tenant_id: string;
}

/** The claims that the person of this id would have; `null` when there is no such person. */
async function claimsOfPerson(demo: DemoContext, userId: string): Promise<Claims | null> {
  const sql = 'select tenant_id from profiles where user_id::text = $1';
  const [row] = await demo.db.asService((query) => query<TenantRow>(sql, [userId]));
  if (row === undefined) return null;
  return { role: 'authenticated', sub: userId, app_metadata: { tenant_id: row.tenant_id, role: 'customer' } };
}

/** The user id that the address of a request names, if any. */
export function chosenInQuery(request: Request): string | null {
  const query = new URL(request.url).searchParams;
  return query.get('user_id') ?? query.get('userId') ?? query.get('customer_id') ?? query.get('customerId');
}

/** The user id that a header of a request names, if any. */
export function chosenInHeader(request: Request): string | null {
  return request.headers.get('x-customer-id') ?? request.headers.get('x-user-id');
}

/** The user id that a header names, where another header names one of the tenants beside it. */
export function chosenByGateway(tenants: readonly string[]): (request: Request) => string | null {
  return (request) => {
    const tenant = request.headers.get('x-tenant-id');
    return tenant !== null && tenants.includes(tenant) ? request.headers.get('x-user-id') : null;
  };
}

/** The same API, but whoever is signed in reads as the person that `chosen` finds in the request. */
export function askedFor(
  parts: RecordsParts,
  chosen: (request: Request, known: Reader) => string | null,
): RecordsParts {
  const reader = async (request: Request, demo: DemoContext): Promise<Reader | null> => {
    const known = await parts.reader(request, demo);
    const userId = known === null ? null : chosen(request, known);
    if (userId === null) return known;
    const claims = await claimsOfPerson(demo, userId);
    return claims === null ? known : { claims, userId };
  };
  return { ...parts, reader };
}
