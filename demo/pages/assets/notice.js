import { need } from './loading.js';
import { Refused } from './session.js';

/** @type {Record<number, string>} */
const reasons = {
  401: 'Your session has ended. Please sign in again.',
  403: 'You are not allowed to see this page.',
  404: 'We could not find this in your account.',
};

/**
 * Says in place of the content why there is none.
 * @param {unknown} problem
 * @param {HTMLElement} content hidden, and emptied of what it may hold
 */
export function showNotice(problem, content) {
  const status = problem instanceof Refused ? problem.status : 0;
  const box = need('#notice');
  const [text, action] = box.querySelectorAll('p');
  if (text) text.textContent = reasons[status] ?? 'This could not be loaded. Please try again in a moment.';
  if (action) action.hidden = status !== 401;
  content.hidden = true;
  content.setAttribute('aria-busy', 'false');
  box.hidden = false;
  document.body.setAttribute('data-state', 'refused');
}

/** To the sign-in page, and back here afterwards. */
export function sendToSignIn() {
  location.replace(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
}
