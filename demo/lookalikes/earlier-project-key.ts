import { earlierAnonKey } from '../auth/keys';
import type { Lookalike } from '../fault';
import { withFooterScript } from '../pages/change';

/** Two keys, one project; and a sample from documentation, whose project's reference nobody has. */
export const earlierProjectKey: Lookalike = {
  id: 'earlier-project-key',
  resembles: 'environments-mixed',
  sentence:
    'The footer code holds the project’s publishable key from before it was changed, and a sample address.',
  change: (parts) =>
    withFooterScript(
      parts,
      `window.formerKey = '${earlierAnonKey}';
window.howTo = 'createClient("https://your-project.supabase.co", key)';`,
    ),
  caughtBy: [],
  verdict: 'held',
};
