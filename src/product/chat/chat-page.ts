import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { listen } from '../listen';

/** How the stand-in's chat endpoint behaves, by the first word of the question. */
const behaviours: Readonly<
  Record<string, (response: ServerResponse, question: string, times: number) => void>
> = {
  stream: (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(event('Your bookings are '));
    setTimeout(() => {
      response.write(event('**BK-1** and\n\n- BK-2'));
      response.end('data: [DONE]\n\n');
    }, 900);
  },
  quote: (response, question) => stream(response, question),
  refuse: (response) => response.writeHead(401, { 'content-type': 'application/json' }).end('{}'),
  throttle: (response) => response.writeHead(429, { 'content-type': 'application/json' }).end('{}'),
  forbid: (response) => response.writeHead(403, { 'content-type': 'application/json' }).end('{}'),
  busy: (response, question, times) =>
    times === 1 ? response.writeHead(429, { 'retry-after': '1' }).end() : stream(response, question),
  patience: (response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
  break: (response) => response.writeHead(503).end(),
  empty: (response) =>
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: [DONE]\n\n'),
  hang: () => undefined,
  cut: (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(event('Half an ans'));
  },
};

/** Markup around the widget: what real pages have that could be mistaken for it, or lie over it. */
const decoys = `
  <form class="w-form" action="/none"><label>Search <input type="search" placeholder="Ask or search"></label></form>
  <form class="w-form contact"><input type="email" placeholder="E-mail"><textarea placeholder="Your message"></textarea></form>
  <p id="clock"></p><script>setInterval(() => { clock.textContent = 'It is ' + performance.now(); }, 50)</script>
  <button style="position:fixed;bottom:8px;right:80px;width:48px;height:48px" aria-label="Scroll to top">↑</button>
  <div class="cookie-banner" style="position:fixed;bottom:0;left:0;right:0;height:120px;background:#eee;z-index:99">
    We use cookies <button>Accept</button></div>`;

const widget = (style: string) => `
  <deep-chat connect='{"url":"/api/chat","stream":true}' introMessage='{"text":"Ask me anything about your trip"}'
    style="width:320px;height:360px;${style}"></deep-chat>`;

const launcher = `
  <button class="chat-launcher" aria-label="Chat with us"
    style="position:fixed;bottom:16px;right:16px;width:56px;height:56px"
    onclick="document.getElementById('panel').hidden = false">💬</button>
  <div id="panel" hidden style="position:fixed;bottom:90px;right:16px">${widget('')}</div>`;

/** One grey dot; that it does not move cannot be seen from outside. */
const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
const face = `<img alt="" src="${gif}#face" width="32" height="32">`;

/** A chat with faces, whose bot never says anything; `waiting` is what it shows below a question. */
const withFaces = (waiting: string) => `
  <div id="faces" style="position:fixed;bottom:0;right:0;width:320px">
    <div id="talk"><div>${face}<p>Ask me anything about your trip</p></div></div>
    <textarea placeholder="Your message"></textarea></div>
  <script>
    const field = document.querySelector('#faces textarea');
    field.onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const mine = document.createElement('div');
      mine.innerHTML = '<p></p>${face}<svg width="12" height="12"><path d="M2 6l3 3 5-6"/></svg>';
      mine.firstChild.textContent = field.value;
      talk.append(mine);
      talk.insertAdjacentHTML('beforeend', ${JSON.stringify(waiting)});
      fetch('/api/chat', { method: 'POST', body: JSON.stringify({ messages: [{ text: field.value }] }) });
      field.value = '';
    };
  </script>`;

const pages: Readonly<Record<string, string>> = {
  '/inline': widget('position:fixed;bottom:0;right:0'),
  '/silent': widget('position:fixed;bottom:0;right:0').replace(
    '<deep-chat',
    `<deep-chat displayLoadingBubble="false" auxiliaryStyle=".loading-submit-button { display: none }"`,
  ),
  '/faces': withFaces(''),
  '/gif': withFaces(`<div><img alt="" src="${gif}" width="48" height="16"></div>`),
  '/painted': withFaces(`<div style="width:48px;height:16px;background:url(${gif})"></div>`),
  '/launcher': launcher,
  '/history': `${widget('position:fixed;bottom:0;right:0')}<script>
    fetch('/api/earlier').then((answer) => answer.text()).then((text) => {
      document.querySelector('deep-chat').history = [{ role: 'user', text: 'earlier?' }, { role: 'ai', text }];
    })</script>`,
  '/late': `<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(widget(''))}), 1500)</script>`,
  '/iframe': '<iframe src="/inline" style="width:400px;height:500px"></iframe>',
  '/none': '',
};

/** A small site with deep-chat as it comes from npm, and an endpoint that does as it is told. For tests only. */
export async function serveChatPage(): Promise<{ url: string; asked: readonly string[]; close: () => void }> {
  const bundle = readFileSync(
    new URL('../../../node_modules/deep-chat/dist/deepChat.bundle.js', import.meta.url),
  );
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/deep-chat.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(bundle);
    } else if (request.url === '/api/earlier') {
      setTimeout(() => response.end('You were in Rome'), 1500);
    } else if (request.url === '/api/chat') {
      void answer(request, response, asked);
    } else {
      const body = pages[request.url ?? ''] ?? '';
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><title>Trips</title><script type="module" src="/deep-chat.js"></script>${decoys}${body}`,
      );
    }
  });
  const url = await listen(server);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, asked, close };
}

const chatBody = z.object({ messages: z.array(z.object({ text: z.string() })) });

async function answer(request: IncomingMessage, response: ServerResponse, asked: string[]): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const question = chatBody.parse(JSON.parse(body)).messages.at(-1)?.text ?? '';
  asked.push(question);
  behaviours[question.split(' ')[0] ?? '']?.(
    response,
    question,
    asked.filter((one) => one === question).length,
  );
}

function stream(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(`${event(text)}data: [DONE]\n\n`);
}

function event(text: string): string {
  return `data: ${JSON.stringify({ text })}\n\n`;
}
