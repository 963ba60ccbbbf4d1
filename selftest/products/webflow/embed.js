// @ts-check
/** What the site's owner has pasted into an embed: the account of a Xano backend, and a chat that talks to an n8n webhook. */

const kept = { token: 'authToken', chat: 'n8n-chat/sessionId', history: 'n8n-chat/history' };
const webhook = '/webhook/4f2c81d0/chat';
const settings = document.documentElement.dataset;

/** @param {string} path @param {unknown} [body] */
function ask(path, body) {
  const token = localStorage.getItem(kept.token);
  return fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Every field of a record, one a line. @param {Element} place @param {unknown} value */
function show(place, value) {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) show(place, inner);
  else place.append(Object.assign(document.createElement('p'), { textContent: String(value) }));
}

for (const place of document.querySelectorAll('[data-show]')) {
  void ask(place.getAttribute('data-show') ?? '').then(async (answer) => {
    if (answer.status === 401) location.assign('/log-in');
    else if (answer.ok) show(place, await answer.json());
  });
}

const form = document.querySelector('#log-in');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!(form instanceof HTMLFormElement)) return;
  void ask('/api/auth/login', Object.fromEntries(new FormData(form))).then(async (answer) => {
    if (!answer.ok) return;
    forgetChat();
    localStorage.setItem(kept.token, textAt(await answer.json(), 'authToken'));
    location.assign('/account');
  });
});

const leave = document.querySelector('#log-out');
leave?.toggleAttribute('hidden', localStorage.getItem(kept.token) === null);
leave?.addEventListener('click', () => {
  void ask('/api/auth/logout', {}).then(() => {
    localStorage.removeItem(kept.token);
    forgetChat();
    location.assign('/');
  });
});

/** Whoever comes or goes begins a conversation of its own. */
function forgetChat() {
  if (settings['chat'] === 'kept') return;
  for (const name of [kept.chat, kept.history]) localStorage.removeItem(name);
}

/** @param {unknown} value @param {string} name */
function textAt(value, name) {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return String(entries.find(([key]) => key === name)?.[1] ?? '');
}

const list = document.querySelector('.chat-messages-list');
const box = document.querySelector('.chat-input textarea');

/** @param {string} text @param {'user' | 'bot'} who */
function say(text, who) {
  const line = Object.assign(document.createElement('div'), {
    className: `chat-message chat-message-from-${who}`,
  });
  line.textContent = text;
  list?.append(line);
  localStorage.setItem(kept.history, list?.innerHTML ?? '');
}

if (list) list.innerHTML = localStorage.getItem(kept.history) ?? '';

async function sendMessage() {
  if (!(box instanceof HTMLTextAreaElement) || box.value.trim() === '') return;
  const chatInput = box.value.trim();
  box.value = '';
  say(chatInput, 'user');
  const sessionId = localStorage.getItem(kept.chat) ?? crypto.randomUUID();
  localStorage.setItem(kept.chat, sessionId);
  const answer = await ask(webhook, { action: 'sendMessage', sessionId, chatInput });
  if (answer.ok) say(textAt(await answer.json(), 'output'), 'bot');
}

document.querySelector('.chat-window-toggle')?.addEventListener('click', () => {
  document.querySelector('.chat-window')?.classList.toggle('open');
});
document.querySelector('.chat-input-send-button')?.addEventListener('click', () => void sendMessage());
box?.addEventListener('keydown', (event) => {
  if (!(event instanceof KeyboardEvent) || event.key !== 'Enter') return;
  event.preventDefault();
  void sendMessage();
});
