import type { Lookalike } from '../fault';
import { inFramersSkin } from '../pages/framer';

/** Two copies of everything that nobody sees, and pages that come and go without a document being loaded. */
export const framerSkin: Lookalike = {
  id: 'framer-skin',
  resembles: 'shared-state',
  sentence:
    'The site was built with Framer: a copy of each page for each breakpoint, hydration, client-side routes.',
  change: inFramersSkin,
  caughtBy: [],
  verdict: 'held',
};
