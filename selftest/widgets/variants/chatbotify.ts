import * as z from 'zod';
import { toldAsText } from '../told';
import type { Variant } from '../variant';

const body = z.object({ question: z.string() });

/** react-chatbotify, a kit for React: its backend is the site's own, here a stream of plain text. */
export const chatbotify: Variant = {
  name: 'react-chatbotify',
  identifiers: ['threadId'],
  page: ({ here }) => `<link rel="stylesheet" href="/assets/chatbotify.css"><div id="kit"></div>
    <script type="module">
      import { mount } from '/assets/react-chatbotify.js';
      import { streamed } from '/assets/plain-chat.js';
      const ask = streamed('${here}/api/ask');
      const answer = async ({ userInput, streamMessage, endStreamMessage }) => {
        const shown = [];
        await ask(userInput, (text) => shown.push(streamMessage(text)));
        await Promise.all(shown);
        await endStreamMessage('BOT');
      };
      mount(document.getElementById('kit'), {
        id: 'kit-bot',
        settings: { general: { embedded: false }, chatHistory: { disabled: true }, audio: { disabled: true } },
        flow: { start: { message: 'Ask away', path: 'loop' }, loop: { message: answer, path: 'loop' } },
      });
    </script>`,
  serve(app, bot) {
    app.post('/api/ask', async (c) =>
      toldAsText(c, bot.hear(body.parse(JSON.parse(await c.req.text())).question)),
    );
  },
};
