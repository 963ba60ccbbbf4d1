import type { Lookalike } from '../fault';
import { withFooterScript } from '../pages/change';

/** A branch that no live page takes, and a link that nobody is sent to: both only name such machines. */
export const mentionsLocalhost: Lookalike = {
  id: 'mentions-localhost',
  resembles: 'environments-mixed',
  sentence: 'The footer code names the developer’s machine, and asks it on that machine only.',
  change: (parts) =>
    withFooterScript(
      parts,
      `if (location.hostname === 'dev.localhost') fetch('http://localhost:4873/api/availability');
window.stagingGuide = 'http://staging.harbourlane.localhost:4874/guide';`,
    ),
  caughtBy: [],
  verdict: 'held',
};
