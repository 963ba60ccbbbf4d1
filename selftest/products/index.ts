import type { ProductFault } from './fault';
import { faults as framer } from './framer/faults';
import { faults as plainServer } from './plain-server/faults';
import { faults as webflow } from './webflow/faults';

/** The products that are not the demo, each in a folder of its name, with what they can be started with. */
export const products: Readonly<Record<string, readonly ProductFault[]>> = {
  framer,
  'plain-server': plainServer,
  webflow,
};

/** Of these `npm test` proves that the suite is silent on them; it takes minutes each. */
export const silentAlways: readonly string[] = ['plain-server', 'webflow'];

/** Faults that `npm test` proves to be caught; `npm run prove:products` proves all. */
export const provedAlways: readonly string[] = [
  'filter-is-the-rule',
  'graphql-order-open',
  'session-id-is-enough',
  'unclaimed-answer-to-next',
];
