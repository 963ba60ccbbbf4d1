import * as z from 'zod';
import { type Telling, wholeAnswer } from '../bot';
import type { Variant } from '../variant';

const body = z.object({ message: z.string() });

/** open-chat-studio-widget: the question is accepted, the answer is asked for each second. */
export const openChatStudio: Variant = {
  name: 'open-chat-studio',
  identifiers: ['/4'],
  page: ({
    here,
  }) => `<script type="module" src="/assets/packed/open-chat-studio/dist/open-chat-studio-widget/open-chat-studio-widget.esm.js"></script>
    <open-chat-studio-widget chatbot-id="trips" api-base-url="${here}" button-text="Open chat" button-shape="round"></open-chat-studio-widget>`,
  serve(app, bot) {
    const tasks = new Map<string, { readonly telling: Telling; text?: string }>();
    app.post('/api/chat/start/', (c) =>
      c.json({ session_id: 's-81', chatbot: { name: 'Trips' }, participant: {} }),
    );
    app.post('/api/chat/:session/message/', async (c) => {
      const { message } = body.parse(await c.req.json());
      const id = `t${tasks.size}`;
      const task: { readonly telling: Telling; text?: string } = { telling: bot.hear(message) };
      tasks.set(id, task);
      void wholeAnswer(task.telling).then((text) => {
        task.text = text;
      });
      return c.json({ task_id: id, status: 'processing' });
    });
    app.get('/api/chat/:session/poll/', (c) =>
      c.json({ messages: [], has_more: false, session_status: 'active' }),
    );
    app.get('/api/chat/:session/:task/poll/', (c) => {
      const task = tasks.get(c.req.param('task'));
      if (task?.text === undefined) return c.json({ status: 'processing', message: null });
      task.telling.end();
      const message = {
        created_at: new Date().toISOString(),
        role: 'assistant',
        content: task.text,
        attachments: [],
      };
      return c.json({ status: 'complete', message });
    });
  },
};
