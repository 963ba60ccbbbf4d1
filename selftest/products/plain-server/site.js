// @ts-check
/** The whole script of the site: fragments of HTML, one query, and the chat over a web socket. */

const token = document.querySelector('meta[name=csrf-token]')?.getAttribute('content') ?? '';
const panel = document.querySelector('#assistant .panel');
const messages = document.querySelector('#assistant .messages');
const input = document.querySelector('#assistant input');

/** @param {Element} place */
async function fillIn(place) {
  const answer = await fetch(place.getAttribute('data-fragment') ?? '');
  if (answer.ok) place.innerHTML = await answer.text();
}

/** @param {Element} place */
async function query(place) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': token },
    body: JSON.stringify({ query: place.getAttribute('data-query') }),
  });
  place.setAttribute('data-answer', await answer.text());
}

/** @param {string} text */
function say(text) {
  const line = document.createElement('p');
  line.textContent = text;
  messages?.append(line);
}

for (const place of document.querySelectorAll('[data-fragment]')) void fillIn(place);
for (const place of document.querySelectorAll('[data-query]')) void query(place);

const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/chat`);
socket.addEventListener('message', ({ data }) => say(String(data)));

document.querySelector('.chat-launcher')?.addEventListener('click', () => panel?.toggleAttribute('hidden'));
document.querySelector('#assistant form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!(input instanceof HTMLInputElement) || input.value === '') return;
  say(input.value);
  socket.send(input.value);
  input.value = '';
});
