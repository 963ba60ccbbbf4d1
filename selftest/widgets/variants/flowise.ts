import * as z from 'zod';
import { toldAsEvents } from '../told';
import type { Variant } from '../variant';

const body = z.object({ question: z.string(), chatId: z.string() });

/** flowise-embed, answered as an event stream. */
export const flowise: Variant = {
  name: 'flowise',
  identifiers: ['chatId'],
  page: ({ here }) => `<script type="module">
      import Chatbot from '/assets/packed/flowise/dist/web.js';
      Chatbot.init({ chatflowid: 'trips', apiHost: '${here}' });
    </script>`,
  serve(app, bot) {
    app.get('/api/v1/chatflows-streaming/trips', (c) => c.json({ isStreaming: true }));
    app.get('/api/v1/public-chatbotConfig/trips', (c) => c.json({}));
    app.post('/api/v1/prediction/trips', async (c) => {
      const { question, chatId } = body.parse(await c.req.json());
      return toldAsEvents(c, bot.hear(question), (data) => ({ event: 'token', data }), {
        first: [{ event: 'start', data: '' }],
        last: [
          { event: 'metadata', data: { chatId } },
          { event: 'end', data: '[DONE]' },
        ],
      });
    });
  },
};
