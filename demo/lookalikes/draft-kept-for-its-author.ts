import type { Lookalike } from '../fault';
import { swapped, withScript } from '../pages/change';

const restoring = `document.body.setAttribute('data-state', 'loaded');
  const draft = 'hl-draft-' + _account.userId;
  sessionStorage.setItem(draft, sessionStorage.getItem(draft) ?? 'A question about ' + _account.rows.bookings[0]?.reference);
  need('#greeting').title = sessionStorage.getItem(draft);`;

/** An own draft comes back to its author, and is gone when she signs out. */
export const draftKeptForItsAuthor: Lookalike = {
  id: 'draft-kept-for-its-author',
  resembles: 'shared-state',
  sentence:
    'What a customer has begun to write is there again when the page is loaded anew, until it signs out.',
  change: (parts) =>
    withScript(parts, 'memory.js', (source) =>
      swapped(source, "document.body.setAttribute('data-state', 'loaded');", restoring),
    ),
  caughtBy: [],
  verdict: 'held',
};
