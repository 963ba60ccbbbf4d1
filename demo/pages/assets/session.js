import { rowIn, textIn } from './fields.js';
import { loadScript } from './loading.js';
import { forgetAccount } from './memory.js';
import { leave } from './leaving.js';

/** @type {Promise<SiteSettings> | undefined} */
let settings;

/**
 * The site's settings; asked for once.
 * @returns {Promise<SiteSettings>}
 */
export function siteSettings() {
  settings ??= fetch('/api/config')
    .then((answer) => answer.json())
    .catch((problem) => {
      settings = undefined;
      throw problem;
    });
  return settings;
}

/** @type {Promise<import('@supabase/supabase-js').SupabaseClient> | undefined} */
let client;

async function createClient() {
  const [{ supabaseKey }] = await Promise.all([siteSettings(), loadScript('/assets/supabase.js')]);
  return window.supabase.createClient(location.origin, supabaseKey);
}

/** The backend's client; its library is loaded when somebody needs it. */
export function backend() {
  client ??= createClient();
  return client;
}

/** @param {string} key */
function isSessionKey(key) {
  return /^sb-.+-auth-token$/.test(key);
}

/** Whether this browser believes that somebody is signed in; proves nothing. */
export function looksSignedIn() {
  return Object.keys(localStorage).some(isSessionKey);
}

/** The session, or `null`. */
export async function currentSession() {
  if (!looksSignedIn()) return null;
  const { auth } = await backend();
  const { data } = await auth.getSession();
  return data.session;
}

/** An answer of the API that is not a success. */
export class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`The server answered with status ${status}`);
    this.status = status;
  }
}

/**
 * Asks the API as whoever is signed in. Throws {@link Refused}.
 * @param {string} path
 * @returns {Promise<Response>}
 */
export async function ask(path) {
  const session = await currentSession();
  const answer = await fetch(path, {
    headers: session ? { authorization: `Bearer ${session.access_token}` } : {},
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer;
}

/** Ends the session here and at the server. */
export async function signOut() {
  const { auth } = await backend();
  await auth.signOut({ scope: 'local' });
  forgetAccount();
  await leave();
}

/** @param {string | null} stored what the backend's client keeps */
function userIn(stored) {
  try {
    return textIn(rowIn(rowIn(JSON.parse(stored ?? '{}'))['user']), 'id');
  } catch {
    return '';
  }
}

/** Where another tab has signed out, or somebody else in, this one shows nothing any more of the one who was there. */
export function followOtherTabs() {
  window.addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key !== null && !isSessionKey(key)) return;
    if (key !== null && userIn(oldValue) === userIn(newValue)) return;
    forgetAccount();
    location.reload();
  });
}
