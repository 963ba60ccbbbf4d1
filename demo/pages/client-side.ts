/** `leaving.js` with client-side routing: the content changes, and everything else stays. */
export const leavingWithoutLoading = `/** Home again without loading anything twice. */
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
