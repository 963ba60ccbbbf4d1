import type { Fault } from '../fault';
import { withScript } from '../pages/change';
import { leavingWithoutLoading } from '../pages/client-side';

/** Client-side routing: the content changes, and the widget stays with all that it shows. */
export const spaLogoutKeepsWidget: Fault = {
  id: 'spa-logout-keeps-widget',
  rootCause: 'shared-state',
  sentence: 'After signing out the chat still shows the conversation of the one who left.',
  change: (parts) => withScript(parts, 'leaving.js', leavingWithoutLoading),
  caughtBy: ['browser'],
};
