import type { Fault } from '../fault';
import { swapped, withScript } from '../pages/change';

/** Each tab lives by itself. */
export const otherTabKeepsAccount: Fault = {
  id: 'other-tab-keeps-account',
  rootCause: 'shared-state',
  sentence: 'A second tab goes on showing the account of the one who has signed out in the first.',
  change: (parts) => withScript(parts, 'main.js', (source) => swapped(source, 'followOtherTabs();\n', '')),
  caughtBy: ['browser'],
};
