import { need } from './loading.js';

/** Which of the copies that the server drew is for a window of this width: desktop, tablet or phone. */
function breakpoint() {
  if (innerWidth >= 1200) return 0;
  return innerWidth >= 810 ? 1 : 2;
}

/**
 * Draws the copy for this window anew and throws all of them away, as hydration does: whoever held an element of them
 * holds nothing.
 * @param {Document} page
 */
export function hydrate(page = document) {
  for (const slot of page.querySelectorAll('[data-framer-slot]')) {
    const copy = slot.children[breakpoint()];
    if (copy) slot.replaceChildren(...Array.from(copy.children, (element) => element.cloneNode(true)));
  }
}

/** How often somebody went to another page: a slow one that was left again is not shown. */
let routes = 0;

/**
 * @param {string} address
 * @param {() => void} start
 */
async function show(address, start) {
  const route = ++routes;
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (route !== routes) return;
  hydrate(page);
  if (address !== location.href) history.pushState({}, '', address);
  document.title = page.title;
  document.body.setAttribute('data-page', page.body.getAttribute('data-page') ?? '');
  need('#content').replaceChildren(...need('#content', page).children);
  for (const link of document.querySelectorAll('.w-nav-link')) {
    if (link.getAttribute('href') === location.pathname) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  scrollTo(0, 0);
  start();
}

/** @param {MouseEvent} event */
function linkOf({ target, defaultPrevented, ctrlKey, metaKey, shiftKey }) {
  if (defaultPrevented || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return null;
  const link = target.closest('a[href^="/"]:not([download], [target])');
  return link instanceof HTMLAnchorElement && link.hash === '' ? link : null;
}

/**
 * Links of the site load no document: the content changes, and everything else stays, the chat among it.
 * @param {() => void} start what a page needs that has just come
 */
export function followLinks(start) {
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link) return;
    event.preventDefault();
    void show(link.href, start);
  });
  addEventListener('popstate', () => void show(location.href, start));
}
