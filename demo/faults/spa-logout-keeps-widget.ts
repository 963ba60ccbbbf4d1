import type { Fault } from '../fault';
import { withScript } from '../pages/change';

const leaving = `/** Home again without loading anything twice. */
export async function leave() {
  const home = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  history.pushState({}, '', '/');
  document.title = home.title;
  need('#main').replaceChildren(...need('#main', home).children);
  for (const entry of document.querySelectorAll('[data-when]')) {
    entry.toggleAttribute('hidden', entry.getAttribute('data-when') !== 'visitor');
  }
  for (const section of document.querySelectorAll('.hl-appear')) section.style.opacity = '1';
}
`;

/** Client-side routing: the content changes, and the widget stays with all that it shows. */
export const spaLogoutKeepsWidget: Fault = {
  id: 'spa-logout-keeps-widget',
  rootCause: 'shared-state',
  sentence: 'After signing out the chat still shows the conversation of the one who left.',
  change: (parts) => withScript(parts, 'leaving.js', leaving),
  caughtBy: ['browser'],
};
