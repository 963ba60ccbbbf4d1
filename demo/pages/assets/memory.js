/**
 * What this browser keeps of an account: which panel was read last, and nothing that is in it.
 */

const prefix = 'hl-';

/**
 * While the account is loading there is nothing to show but that it is loading.
 */
export function whileLoading() {
  document.body.setAttribute('data-state', 'loading');
}

/**
 * @param {{ userId: string, name: string, rows: Record<string, readonly import('./fields.js').Row[]> }} _account
 */
export function accountLoaded(_account) {
  document.body.setAttribute('data-state', 'loaded');
  sessionStorage.setItem(`${prefix}seen`, new Date().toISOString());
}

/** Whoever signs out takes everything along. */
export function forgetAccount() {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(prefix) && key !== 'hl-cookies') storage.removeItem(key);
    }
  }
}
