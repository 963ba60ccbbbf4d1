// @ts-check

/** @typedef {(question: string, say: (text: string) => void) => Promise<void>} Transport */

const style = `
  .log { height: 220px; overflow: auto; } .mine { text-align: right; }
  .row { display: flex; } textarea { flex: 1; }`;

/**
 * A chat as somebody writes it by hand: a log, a field, a button.
 * @param {Element | ShadowRoot} root
 * @param {Transport} ask
 */
export function plainChat(root, ask) {
  root.innerHTML = `<style>${style}</style><div class="log"><p>Hello! What about your trip?</p></div>
    <div class="row"><textarea rows="2" placeholder="Type your message"></textarea><button>Send</button></div>`;
  const field = root.querySelector('textarea');
  const log = root.querySelector('.log');
  if (field === null || log === null) throw new Error('the chat was not drawn');
  const send = () => {
    const question = field.value.trim();
    if (question === '') return;
    field.value = '';
    line(log, 'mine').textContent = question;
    const answer = line(log, 'theirs');
    void ask(question, (text) => {
      answer.textContent = text;
    });
  };
  root.querySelector('button')?.addEventListener('click', send);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    send();
  });
}

/**
 * @param {Element} log
 * @param {string} kind
 */
export function line(log, kind) {
  const added = document.createElement('p');
  added.className = kind;
  log.append(added);
  return added;
}

/**
 * The answer comes in the body of the question's own request.
 * @param {string} url
 * @returns {Transport}
 */
export const streamed = (url) => async (question, say) => {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ question, threadId: 'thread-7' }),
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    text += part.value;
    say(text);
  }
};

/**
 * Everything goes over one socket that is opened with the page.
 * @param {string} url
 * @returns {Transport}
 */
export function overSocket(url) {
  const socket = new WebSocket(url);
  /** @param {string} _delta */
  let hear = (_delta) => {};
  socket.addEventListener('message', ({ data }) => hear(String(JSON.parse(String(data)).delta)));
  return (question, say) => {
    let text = '';
    hear = (delta) => {
      text += delta;
      say(text);
    };
    socket.send(JSON.stringify({ type: 'user_message', conversation_id: 'c-12', content: question }));
    return Promise.resolve();
  };
}

/**
 * The question is only accepted; what has been said so far is asked for again and again, also when all has been said.
 * @param {string} url
 * @returns {Transport}
 */
export const polled = (url) => async (question, say) => {
  const accepted = await fetch(url, { method: 'POST', body: JSON.stringify({ message: question }) });
  const id = await accepted.text();
  const poll = async () => say(await (await fetch(`${url}/${id}`)).text());
  setInterval(() => void poll(), 700);
};

/**
 * The question leaves as a form and is only accepted, without a word; the answer is waited for, in requests that are
 * held for a while and then end with nothing. Something stands in its place until then.
 * @param {string} url
 * @returns {Transport}
 */
export const waitedFor = (url) => async (question, say) => {
  say('One moment, please');
  const accepted = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ question, conversation: 'c-31' }),
  });
  const id = accepted.headers.get('x-question') ?? '';
  for (;;) {
    const answer = await fetch(`${url}/wait?question=${id}`);
    if (answer.status === 204) continue;
    say(await answer.text());
    return;
  }
};
