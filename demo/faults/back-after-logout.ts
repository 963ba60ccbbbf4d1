import type { Fault } from '../fault';
import { swapped, withScript } from '../pages/change';

const showing = `export function whileLoading() {
  const kept = history.state?.account;
  if (kept) need('#greeting').textContent = 'Hello again, ' + kept.name;`;

const keeping = `export function accountLoaded(account) {
  history.replaceState({ account }, '');`;

/** The page remembers in its history what it showed, so that going back is quick. */
export const backAfterLogout: Fault = {
  id: 'back-after-logout',
  rootCause: 'shared-state',
  sentence: 'After signing out, the back button shows the name of the one who was there.',
  change: (parts) =>
    withScript(parts, 'memory.js', (source) =>
      swapped(
        swapped(source, 'export function whileLoading() {', showing),
        'export function accountLoaded(_account) {',
        keeping,
      ),
    ),
  caughtBy: ['browser'],
};
