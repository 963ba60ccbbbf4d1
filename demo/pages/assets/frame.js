import { need } from './loading.js';
import { looksSignedIn, signOut } from './session.js';

function prepareMenu() {
  const button = need('.w-nav-button');
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    need('.w-nav-menu').classList.toggle('w--open', open);
  });
  const signedIn = looksSignedIn();
  for (const element of document.querySelectorAll('[data-when]')) {
    element.toggleAttribute(
      'hidden',
      element.getAttribute('data-when') !== (signedIn ? 'signed-in' : 'visitor'),
    );
  }
  need('#sign-out').addEventListener('click', () => signOut());
}

function prepareCookies() {
  const banner = need('#cookies');
  banner.hidden = localStorage.getItem('hl-cookies') !== null;
  banner.addEventListener('click', ({ target }) => {
    const choice = target instanceof HTMLElement ? target.getAttribute('data-choice') : null;
    if (choice === null) return;
    localStorage.setItem('hl-cookies', choice);
    banner.hidden = true;
  });
}

/** Sections that fade in when they are reached: in the HTML they start invisible. */
function prepareInteractions() {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      target.style.opacity = '1';
      seen.unobserve(target);
    }
  });
  for (const element of document.querySelectorAll('.hl-appear')) seen.observe(element);
}

function prepareForms() {
  for (const box of document.querySelectorAll('.w-form')) {
    const form = need('form', box);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      need('.w-form-done', box).hidden = false;
      form.hidden = true;
    });
  }
}

/** What stands in the content of any page. */
export function prepareContent() {
  prepareInteractions();
  prepareForms();
}

/** Everything that all pages have. */
export function prepareFrame() {
  prepareMenu();
  prepareCookies();
  prepareContent();
}
