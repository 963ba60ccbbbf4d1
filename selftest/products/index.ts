import type { ProductFault } from './fault';
import { faults as plainServer } from './plain-server/faults';
import { faults as webflow } from './webflow/faults';

/** The products that are not the demo, each in a folder of its name, with what they can be started with. */
export const products: Readonly<Record<string, readonly ProductFault[]>> = {
  'plain-server': plainServer,
  webflow,
};

/** What `npm test` proves of each besides that it is silent when sound; `npm run prove:products` proves all. */
export const provedAlways: readonly string[] = ['graphql-order-open', 'session-id-is-enough'];
