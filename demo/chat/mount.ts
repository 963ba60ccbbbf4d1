import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DemoContext } from '../context';
import { createAnswerCache, type AnswerCache } from './answer-cache';
import { questionOf, readBody, type ChatBody } from './body';
import { answer } from './bot';
import type { ModelAddress } from './completion';
import { startModel } from './model/server';
import type { Turn } from './turn';

/** The model of the environment, or else the stand-in, started when it is first needed. */
function modelOf(demo: DemoContext): () => Promise<ModelAddress> {
  const url = process.env['DEMO_MODEL_URL'];
  const key = process.env['DEMO_MODEL_KEY'] ?? 'none';
  const name = process.env['DEMO_MODEL_NAME'] ?? 'stand-in';
  if (url !== undefined && url !== '')
    return () => Promise.resolve({ url: url.replace(/\/$/u, ''), key, name });
  let started: Promise<ModelAddress> | undefined;
  return () =>
    (started ??= startModel().then((model) => {
      demo.onStop(model.close);
      return { url: model.url, key, name };
    }));
}

async function turnOf(request: Request, body: ChatBody, demo: DemoContext): Promise<Turn> {
  const caller = await demo.callerOf(request);
  const authority = await demo.parts.chat.whoseRecords(caller, body, demo.db);
  return { caller, authority, body, question: questionOf(body), demo, used: new Set(), fetched: [] };
}

/**
 * The words of the answer. Afterwards the exchange is kept, if anything was looked up for it: small talk, and
 * what the assistant declined to talk about, is nobody's business later.
 */
async function* words(
  turn: Turn,
  cache: AnswerCache,
  model: () => Promise<ModelAddress>,
): AsyncGenerator<string> {
  const { memory } = turn.demo.parts.chat;
  const known = cache.find(turn);
  let said = '';
  for await (const text of known === null ? answer(turn, await model()) : [known]) {
    said += text;
    yield text;
  }
  cache.keep(turn, said);
  if (known === null && turn.used.size === 0) return;
  await memory.keep(turn, { author: 'customer', text: turn.question });
  await memory.keep(turn, { author: 'assistant', text: said });
}

const outOfOrder = {
  error: 'The assistant is out of order. Please try again, or write to the harbour office.',
} as const;

/** Adds `POST /api/chat`: JSON, or server-sent events for those who ask for them. */
export function mountChat(app: Hono, demo: DemoContext): void {
  const { chat } = demo.parts;
  const model = modelOf(demo);
  const cache = createAnswerCache();

  app.post('/api/chat', async (c) => {
    const read = readBody(await c.req.json().catch(() => null));
    if ('wrong' in read) return c.json({ error: read.wrong }, 400);
    const turn = await turnOf(c.req.raw, read.body, demo);
    if (turn.question === '')
      return c.json({ error: 'expected a message whose role is "user" and that has a text' }, 400);
    await chat.begin(turn);
    c.header('cache-control', 'no-store');
    const wantsStream =
      read.body.stream === true || c.req.header('accept')?.includes('text/event-stream') === true;

    if (!wantsStream) {
      let text = '';
      const out = chat.outlet(
        (piece) => {
          text += piece;
          return Promise.resolve();
        },
        { turn, isHeard: () => !c.req.raw.signal.aborted },
      );
      try {
        for await (const piece of words(turn, cache, model)) await out(piece);
      } catch {
        return c.json(outOfOrder, 502);
      }
      return c.json({ ...(await chat.event(text, turn)), ...(await chat.lastEvent(turn)) });
    }

    return streamSSE(c, async (stream) => {
      const send = (event: object): Promise<void> => stream.writeSSE({ data: JSON.stringify(event) });
      const out = chat.outlet(async (piece) => send(await chat.event(piece, turn)), {
        turn,
        isHeard: () => !stream.aborted,
      });
      try {
        for await (const piece of words(turn, cache, model)) await out(piece);
        const last = await chat.lastEvent(turn);
        if (last !== null) await send(last);
      } catch {
        await send(outOfOrder);
      }
      await stream.writeSSE({ data: '[DONE]' });
    });
  });
}
