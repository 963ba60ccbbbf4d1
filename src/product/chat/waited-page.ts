import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../listen';

/** How a request that waits for the answer ends, by the first word of the question and the number of requests before it. */
const endings: Readonly<Record<string, (response: ServerResponse, before: number) => void>> = {
  soon: (response, before) => (before < 2 ? nothing(response) : response.end('Your boat is the Kestrel.')),
  late: (response) => void setTimeout(() => response.end('Your boat is the Kestrel.'), 7_000),
  never: nothing,
  silent: (response) => response.end(),
  limited: (response) => response.writeHead(429, { 'retry-after': '60' }).end(),
  forbidden: (response) => response.writeHead(403).end(),
  failing: (response) => response.writeHead(503).end(),
  broken: (response) => response.destroy(),
};

function nothing(response: ServerResponse): void {
  setTimeout(() => response.writeHead(204).end(), 300);
}

/** A chat that sends a form, is only told that it was accepted, and waits; what goes wrong it says in its own words. */
const page = `<!doctype html><title>Boats</title>
  <div id="desk" style="position:fixed;bottom:0;right:0;width:320px">
    <div id="talk"></div><textarea placeholder="Your message"></textarea></div>
  <script>
    const field = document.querySelector('textarea');
    const say = (text) => {
      const line = talk.appendChild(document.createElement('p'));
      line.textContent = text;
      return line;
    };
    async function ask(question) {
      const accepted = await fetch('/ask', { method: 'POST', body: new URLSearchParams({ question }) });
      if (!accepted.ok) return 'Something went wrong';
      for (;;) {
        const answer = await fetch('/wait?id=' + accepted.headers.get('x-id'));
        if (answer.status === 204) continue;
        return answer.ok ? await answer.text() : 'Something went wrong';
      }
    }
    async function hurry(question) {
      const impatience = new AbortController();
      setTimeout(() => impatience.abort(), 1200);
      const body = new URLSearchParams({ question });
      const answer = await fetch('/half', { method: 'POST', body, signal: impatience.signal });
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      say((await reader.read()).value);
      await reader.read();
    }
    field.onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const question = field.value;
      field.value = '';
      say(question);
      const answer = question.startsWith('half') ? hurry(question) : ask(question);
      answer.catch(() => 'Something went wrong').then(say);
    };
  </script>`;

interface Waiting {
  readonly how: string;
  /** How many requests have waited for this answer. */
  waited: number;
}

/** A small site whose chat is answered by long polling. For tests only. */
export async function serveWaitedPage(): Promise<{ url: string; close: () => void }> {
  const asked: Waiting[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://here');
    if (pathname === '/ask') void accept(request, response, asked);
    else if (pathname === '/wait') wait(response, asked[Number(searchParams.get('id'))]);
    else if (pathname === '/half')
      response.writeHead(200, { 'content-type': 'text/plain' }).write('Half of ');
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  const url = await listen(server);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, close };
}

async function accept(request: IncomingMessage, response: ServerResponse, asked: Waiting[]): Promise<void> {
  const how = new URLSearchParams(await text(request)).get('question')?.split(' ')[0] ?? '';
  if (how === 'refused') return void response.writeHead(429, { 'retry-after': '60' }).end();
  const id = asked.push({ how, waited: 0 }) - 1;
  response.writeHead(202, { 'x-id': String(id) }).end();
}

function wait(response: ServerResponse, one: Waiting | undefined): void {
  if (one === undefined) return void response.writeHead(404).end();
  endings[one.how]?.(response, one.waited);
  one.waited += 1;
}
