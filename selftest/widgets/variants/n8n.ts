import * as z from 'zod';
import { toldAsText } from '../told';
import type { Variant } from '../variant';

const body = z.object({ action: z.string(), sessionId: z.string(), chatInput: z.string().optional() });
const line = (data: object) =>
  `${JSON.stringify({ ...data, metadata: { nodeId: 'n', nodeName: 'Agent', runIndex: 0, itemIndex: 0 } })}\n`;

/** @n8n/chat with streaming: lines of JSON. */
export const n8n: Variant = {
  name: 'n8n',
  identifiers: ['sessionId'],
  page: ({
    here,
  }) => `<link rel="stylesheet" href="/assets/packed/n8n/dist/style.css"><div id="n8n-chat"></div>
    <script type="module">
      import { createChat } from '/assets/packed/n8n/dist/chat.bundle.es.js';
      createChat({ webhookUrl: '${here}/webhook/trips/chat', enableStreaming: true });
    </script>`,
  serve(app, bot) {
    app.post('/webhook/trips/chat', async (c) => {
      const { action, chatInput } = body.parse(await c.req.json());
      if (action !== 'sendMessage' || chatInput === undefined) return c.json({ data: [] });
      let isFirst = true;
      return toldAsText(c, bot.hear(chatInput), (content) => {
        const begin = isFirst ? line({ type: 'begin' }) : '';
        isFirst = false;
        return `${begin}${line({ type: 'item', content })}`;
      });
    });
  },
};
