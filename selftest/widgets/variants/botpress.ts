import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import type { Variant } from '../variant';

const body = z.object({
  conversationId: z.string(),
  payload: z.object({ text: z.string() }),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

type Send = (signal: unknown) => Promise<void>;

/** @botpress/webchat: one event stream, opened before anything is asked, brings all that is said. */
export const botpress: Variant = {
  name: 'botpress',
  identifiers: ['conversationId'],
  page: ({
    here,
  }) => `<link rel="stylesheet" href="/assets/packed/botpress/dist/style.css"><div id="bp"></div>
    <script type="module">
      import { mount } from '/assets/botpress.js';
      mount(document.getElementById('bp'), '${here}/bp');
    </script>`,
  serve(app, bot) {
    const listeners = new Map<string, Send>();
    let count = 0;
    app.get('/bp/trips/initialize', (c) =>
      streamSSE(c, async (stream) => {
        const id = c.req.query('conversationId') ?? `conv-${count++}`;
        const send: Send = (signal) => stream.writeSSE({ data: JSON.stringify(signal) });
        listeners.set(id, send);
        const user = { id: 'me', userKey: 'key' };
        await send({ type: 'init', data: { conversation: { id }, messages: [], participants: [], user } });
        await new Promise<void>((resolve) => stream.onAbort(resolve));
      }),
    );
    app.post('/bp/trips/events', (c) =>
      c.json({ event: { payload: { type: 'conversation_started', data: {} } } }),
    );
    app.get('/bp/trips/conversations', (c) => c.json({ conversations: [], meta: {} }));
    app.get('/bp/trips/users/me', (c) => c.json({ user: { id: 'me' } }));
    app.post('/bp/trips/messages', async (c) => {
      const { conversationId, payload, metadata } = body.parse(await c.req.json());
      const own = {
        id: `q${count++}`,
        createdAt: new Date().toISOString(),
        payload: { type: 'text', ...payload },
        userId: 'me',
        conversationId,
        metadata,
      };
      void answer(conversationId, payload.text);
      return c.json({ message: own });
    });

    async function answer(conversationId: string, question: string): Promise<void> {
      const send = listeners.get(conversationId);
      const telling = bot.hear(question);
      const id = `a${count++}`;
      let text = '';
      for await (const part of telling.parts()) {
        const type = text === '' ? 'message_created' : 'message_updated';
        text += part;
        const data = {
          id,
          createdAt: new Date().toISOString(),
          payload: { type: 'text', text },
          userId: 'bot',
          conversationId,
        };
        await send?.({ type, data });
      }
      telling.end();
    }
  },
};
