import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type Telling, wholeAnswer } from '../bot';
import { onText, toldAsText } from '../told';
import type { Variant } from '../variant';

const asked = z.object({ question: z.string() });
const framed = z.object({ content: z.string() });
const posted = z.object({ message: z.string() });

const panel = 'position:fixed;bottom:100px;right:12px;width:320px;background:#fff';

const script = (text: string) => `<script type="module">
  import { overSocket, plainChat, polled, streamed, waitedFor } from '/assets/plain-chat.js';
  ${text}</script>`;

/** Answers `api/ask` of a plain chat. */
export const toldToAsker: NonNullable<Variant['serve']> = (app, bot) => {
  app.post('/api/ask', async (c) =>
    toldAsText(c, bot.hear(asked.parse(JSON.parse(await c.req.text())).question)),
  );
};

/** A chat that hides in a closed shadow root. */
export const closedRoot: Variant = {
  name: 'closed-root',
  identifiers: ['threadId'],
  page: ({ here }) =>
    `<div id="host" style="${panel}"></div>${script(`
    plainChat(document.getElementById('host').attachShadow({ mode: 'closed' }), streamed('${here}/api/ask'));`)}`,
  serve: toldToAsker,
};

/** A chat in a frame of another site, opened by a button of the page. */
export const foreignFrame: Variant = {
  name: 'foreign-frame',
  identifiers: ['threadId'],
  page: ({
    elsewhere,
  }) => `<iframe id="frame" title="chat" src="${elsewhere}/inside" hidden style="${panel};height:320px;border:0"></iframe>
    <button aria-label="Open the chat" style="position:fixed;bottom:20px;right:12px;width:60px;height:60px"
      onclick="document.getElementById('frame').hidden = false">💬</button>`,
  serve(app, bot) {
    app.get('/inside', (c) =>
      c.html(`<!doctype html><body>${script(`plainChat(document.body, streamed('api/ask'));`)}</body>`),
    );
    toldToAsker(app, bot);
  },
};

/** A chat over a socket that is opened with the page. */
export const plainSocket: Variant = {
  name: 'plain-socket',
  identifiers: ['conversation_id'],
  page: ({ here }) =>
    `<div id="chat-box" style="${panel}"></div>${script(`
    plainChat(document.getElementById('chat-box'), overSocket('${here.replace('http', 'ws')}/socket'));`)}`,
  talk(socket, bot) {
    onText(socket, async (text) => {
      const telling = bot.hear(framed.parse(JSON.parse(text)).content);
      for await (const delta of telling.parts()) socket.send(JSON.stringify({ delta }));
      telling.end();
    });
  },
};

/** A chat that asks for what was said so far. */
export const plainPolling: Variant = {
  name: 'plain-polling',
  identifiers: [],
  page: ({ here }) =>
    `<div id="assistant" style="${panel}"></div>${script(`
    plainChat(document.getElementById('assistant'), polled('${here}/api/messages'));`)}`,
  serve(app, bot) {
    const answers: { text: string; done: boolean; readonly telling: Telling }[] = [];
    app.post('/api/messages', async (c) => {
      const telling = bot.hear(posted.parse(JSON.parse(await c.req.text())).message);
      const answer = { text: '', done: false, telling };
      answers.push(answer);
      void collect(answer);
      return c.text(String(answers.length - 1));
    });
    app.get('/api/messages/:id', (c) => {
      const answer = answers[Number(c.req.param('id'))];
      if (answer?.done === true) answer.telling.end();
      return c.text(answer?.text ?? '');
    });
  },
};

/** Milliseconds for which a request is held that waits for an answer. */
const heldFor = 600;

/** A chat that sends a form, and waits for the answer in requests of their own. */
export const plainLongPolling: Variant = {
  name: 'plain-long-polling',
  identifiers: ['conversation'],
  accepts: 202,
  page: ({ here }) =>
    `<div id="desk" style="${panel}"></div>${script(`
    plainChat(document.getElementById('desk'), waitedFor('${here}/api/ask'));`)}`,
  serve(app, bot) {
    const answers: { readonly whole: Promise<string>; readonly telling: Telling }[] = [];
    app.post('/api/ask', async (c) => {
      const telling = bot.hear(new URLSearchParams(await c.req.text()).get('question') ?? '');
      const id = answers.push({ whole: wholeAnswer(telling), telling }) - 1;
      return c.body(null, 202, { 'x-question': String(id) });
    });
    app.get('/api/ask/wait', async (c) => {
      const answer = answers[Number(c.req.query('question'))];
      const text = await Promise.race([answer?.whole, pause(heldFor)]);
      if (text === undefined) return c.body(null, 204);
      answer?.telling.end();
      return c.text(text);
    });
  },
};

async function collect(answer: { text: string; done: boolean; readonly telling: Telling }): Promise<void> {
  for await (const part of answer.telling.parts()) answer.text += part;
  answer.done = true;
}
