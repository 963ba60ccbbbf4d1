import { createApi, type ApiRequest } from '../product/api';
import type { Session } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, OwnerName } from '../words';

/** Whether the same request shows this owner's records to somebody who is not signed in at all. */
export function nobodyIsShown(visitor: Visitor, owner: OwnerName, request: ApiRequest): Promise<boolean> {
  return isShownTo(null, visitor, owner, request);
}

/**
 * Whether the same request shows this owner's records to each of the other accounts. One that is refused is enough to
 * know that there is a rule; the admin may rightly be shown them. `undefined` when one cannot be signed in: a leak is a
 * leak, also where its cause cannot be told more closely.
 */
export async function strangersAreShown(
  visitor: Visitor,
  owner: OwnerName,
  request: ApiRequest,
): Promise<boolean | undefined> {
  const { product, sessions } = visitor.stage;
  for (const account of Object.keys(product.accounts).filter((name) => name !== owner)) {
    const session = await sessions.of({ account, session: 'live', sees: [account] }).catch(() => null);
    if (session === null) return undefined;
    if (!(await isShownTo(session, visitor, owner, request))) return false;
  }
  return true;
}

async function isShownTo(
  session: Session | null,
  { stage, said }: Visitor,
  owner: OwnerName,
  request: ApiRequest,
): Promise<boolean> {
  const { product, oracle, politeness } = stage;
  const exhibits: Exhibit[] = [];
  const api = createApi({
    product,
    politeness,
    headers: product.signIn.headers(session),
    show: (exhibit) => exhibits.push(exhibit),
  });
  await api.send(request);
  await api.close();
  const { findings } = oracle.search(exhibits, { name: 'nobody', sees: [] }, said);
  return findings.some((finding) => finding.owner === owner);
}
