import { createApi, type ApiRequest } from '../product/api';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, OwnerName } from '../words';

/** Whether the same request shows this owner's records to somebody who is not signed in at all. */
export async function nobodyIsShown(
  visitor: Visitor,
  owner: OwnerName,
  request: ApiRequest,
): Promise<boolean> {
  const { product, oracle, politeness } = visitor.stage;
  const exhibits: Exhibit[] = [];
  const api = createApi({
    product,
    politeness,
    headers: product.signIn.headers(null),
    show: (exhibit) => exhibits.push(exhibit),
  });
  await api.send(request);
  await api.close();
  const { findings } = oracle.search(exhibits, { name: 'nobody', sees: [] }, visitor.said);
  return findings.some((finding) => finding.owner === owner);
}
