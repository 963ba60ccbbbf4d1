import type { Fault } from '../fault';
import { withScript } from '../pages/change';

const memory = `/** Keeps the account, so that the next visit is quick. */
export function whileLoading() {
  document.body.setAttribute('data-state', 'loading');
}

export function accountLoaded(account) {
  document.body.setAttribute('data-state', 'loaded');
  localStorage.setItem('harbour-account-' + account.userId, JSON.stringify(account));
}

export function forgetAccount() {
  sessionStorage.clear();
}
`;

/** Signing out forgets the session, and nothing else. */
export const storageSurvivesLogout: Fault = {
  id: 'storage-survives-logout',
  rootCause: 'shared-state',
  sentence: 'The account stays in the browser’s local storage after signing out.',
  change: (parts) => withScript(parts, 'memory.js', memory),
  caughtBy: ['browser'],
};
