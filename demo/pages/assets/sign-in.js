import { need } from './loading.js';
import { backend } from './session.js';

/** Only addresses of this site; anything else leads to the account. */
function nextPage() {
  const next = new URLSearchParams(location.search).get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : '/account';
}

/**
 * @param {string} selector
 * @param {HTMLElement} form
 */
function valueOf(selector, form) {
  const input = form.querySelector(selector);
  return input instanceof HTMLInputElement ? input.value : '';
}

/** `/sign-in` */
export function signInPage() {
  const form = need('#sign-in');
  const problem = need('.hl-problem', form);
  const button = need('button', form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    button.toggleAttribute('disabled', true);
    const { auth } = await backend();
    const { error } = await auth.signInWithPassword({
      email: valueOf('#email', form),
      password: valueOf('#password', form),
    });
    button.toggleAttribute('disabled', false);
    if (!error) {
      location.assign(nextPage());
      return;
    }
    problem.textContent =
      error.status === 400
        ? 'Email and password do not match.'
        : 'We could not sign you in. Please try again in a moment.';
    problem.hidden = false;
  });
}
