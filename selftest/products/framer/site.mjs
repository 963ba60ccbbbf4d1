// @ts-check
/** What Framer's scripts do for this site: hydration, routes without a new document, the account, the chat. */

const kept = { thread: 'assistant-thread', visitor: 'last-visitor' };
const settings = document.documentElement.dataset;
const key = settings['key'] ?? '';
const project = settings['project'] ?? '';
const client = window.supabase.createClient(project, key);
const main = find(document, '#main');

/** Counts whatever makes answers that are still on their way somebody else's business. */
let turn = 0;

/** @param {ParentNode} within @param {string} selector @returns {HTMLElement} */
function find(within, selector) {
  const found = within.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`there is no ${selector}`);
}

async function currentSession() {
  const { data } = await client.auth.getSession();
  return data.session;
}

/** Every node is replaced, in every copy; nothing works before. */
async function hydrate() {
  const now = ++turn;
  main.innerHTML = main.innerHTML.replaceAll('opacity:.001', 'opacity:1');
  for (const form of main.querySelectorAll('form'))
    form.addEventListener('submit', (event) => void submit(event));
  for (const leave of main.querySelectorAll('.framer-leave'))
    leave.addEventListener('click', () => void signOut());
  const session = await currentSession();
  settings['session'] = session ? 'open' : 'none';
  if (settings['fields'] === 'remembered') prefill(session?.user.email);
  const places = [...main.querySelectorAll('[data-rows]')];
  if (places.length === 0 || now !== turn) return;
  if (!session) return navigate('/log-in');
  const names = new Set(places.map((place) => place.getAttribute('data-rows') ?? ''));
  await Promise.all([...names].map((name) => showRows(name, now)));
}

/** In the copy for phones only. @param {string} [email] who is signed in */
function prefill(email) {
  if (email !== undefined) localStorage.setItem(kept.visitor, email);
  const field = main.querySelector('[data-copy=phone] input');
  field?.setAttribute('value', localStorage.getItem(kept.visitor) ?? '');
}

/** @param {string} name @param {number} now */
async function showRows(name, now) {
  const { data, error } = await client.from(name).select('*');
  if (now !== turn) return;
  if (error) return navigate('/log-in');
  for (const place of main.querySelectorAll(`[data-rows=${name}]`))
    for (const row of data) for (const value of Object.values(row)) line(place, String(value));
}

/** @param {Element} place @param {string} text */
function line(place, text) {
  place.append(Object.assign(document.createElement('p'), { textContent: text }));
}

/** The next page comes into this document. @param {string} path */
async function navigate(path, { isBack = false } = {}) {
  const now = ++turn;
  const text = await (await fetch(path)).text();
  if (now !== turn) return;
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (!isBack) history.pushState(null, '', path);
  document.title = next.title;
  main.innerHTML = find(next, '#main').innerHTML;
  await hydrate();
}

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement) || form.className !== 'framer-log-in') return;
  const [email = '', password = ''] = [...form.querySelectorAll('input')].map(({ value }) => value);
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) return;
  forgetChat();
  await navigate('/account');
}

async function signOut() {
  turn++;
  await client.auth.signOut({ scope: 'local' });
  main.replaceChildren();
  forgetChat();
  await navigate('/');
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
  if (!link) return;
  event.preventDefault();
  void navigate(link.getAttribute('href') ?? '/');
});
window.addEventListener('popstate', () => void navigate(location.pathname, { isBack: true }));
// Where another tab has signed out or in, this one begins anew.
window.addEventListener('storage', ({ key: changed }) => {
  if (changed === null || changed.startsWith('sb-')) location.reload();
});

const panel = find(document, '.framer-panel');
const log = find(document, '.framer-log');
const field = document.querySelector('.framer-field');

/** The chat survives every route; whoever comes or goes begins one of its own. */
function forgetChat() {
  if (settings['chat'] === 'kept') return;
  localStorage.removeItem(kept.thread);
  log.replaceChildren();
}

function thread() {
  const known = localStorage.getItem(kept.thread) ?? crypto.randomUUID();
  localStorage.setItem(kept.thread, known);
  return known;
}

/** @param {string} path @param {unknown} [body] @returns {Promise<Map<string, unknown>>} */
async function askAssistant(path, body) {
  const session = await currentSession();
  const answer = await fetch(`${project}/functions/v1/assistant${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { apikey: key, authorization: `Bearer ${session?.access_token ?? key}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`the assistant answered ${answer.status}`);
  /** @type {unknown} */
  const told = await answer.json();
  return new Map(typeof told === 'object' && told !== null ? Object.entries(told) : []);
}

async function sendMessage() {
  if (!(field instanceof HTMLInputElement) || field.value.trim() === '') return;
  const message = field.value.trim();
  field.value = '';
  line(log, message);
  const mine = thread();
  const taken = await askAssistant('', { thread: mine, message });
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (localStorage.getItem(kept.thread) !== mine) return;
    const told = await askAssistant(`/${String(taken.get('ticket'))}`);
    if (localStorage.getItem(kept.thread) !== mine) return;
    if (told.get('status') === 'done') return line(log, String(told.get('text')));
  }
}

find(document, '.framer-launcher').addEventListener('click', () => panel.toggleAttribute('hidden'));
find(document, '.framer-send').addEventListener('click', () => void sendMessage());
void hydrate();
