import type { Fault } from '../fault';
import { swapped, withScript } from '../pages/change';

const memory = `/** Each tab keeps the account for itself, and the one in which somebody signs out forgets its own. */
export function whileLoading() {
  document.body.setAttribute('data-state', 'loading');
}

export function accountLoaded(account) {
  document.body.setAttribute('data-state', 'loaded');
  sessionStorage.setItem('harbour-account', JSON.stringify(account));
}

export function forgetAccount() {
  sessionStorage.clear();
}
`;

/** Each tab lives by itself. */
export const otherTabKeepsAccount: Fault = {
  id: 'other-tab-keeps-account',
  rootCause: 'shared-state',
  sentence: 'A second tab goes on keeping the account of the one who has signed out in the first.',
  change: (parts) =>
    withScript(withScript(parts, 'memory.js', memory), 'main.js', (source) =>
      swapped(source, 'followOtherTabs();\n', ''),
    ),
  caughtBy: ['browser'],
};
