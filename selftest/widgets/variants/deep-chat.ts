import * as z from 'zod';
import { wholeAnswer } from '../bot';
import { onText, toldAsEvents } from '../told';
import type { Variant } from '../variant';

const body = z.object({ messages: z.array(z.object({ text: z.string() })) });
const questionIn = (sent: unknown) => body.parse(sent).messages.at(-1)?.text ?? '';

const element = (connect: object) => `<script type="module" src="/assets/deep-chat.js"></script>
  <deep-chat style="position:fixed;bottom:100px;right:12px;width:320px;height:340px;background:#fff"
    introMessage='{"text":"Ask me anything"}' connect='${JSON.stringify(connect)}'></deep-chat>`;

/** deep-chat, answered at once when the answer is whole. */
export const deepChatText: Variant = {
  name: 'deep-chat-text',
  identifiers: [],
  page: ({ here }) => element({ url: `${here}/api/chat` }),
  serve(app, bot) {
    app.post('/api/chat', async (c) => {
      const telling = bot.hear(questionIn(await c.req.json()));
      const text = await wholeAnswer(telling);
      telling.end();
      return c.json({ text });
    });
  },
};

/** deep-chat, answered as an event stream. */
export const deepChatEvents: Variant = {
  name: 'deep-chat-events',
  identifiers: [],
  page: ({ here }) => element({ url: `${here}/api/chat`, stream: true }),
  serve(app, bot) {
    app.post('/api/chat', async (c) =>
      toldAsEvents(c, bot.hear(questionIn(await c.req.json())), (text) => ({ text })),
    );
  },
};

/** deep-chat over a web socket: each piece is a message of its own. */
export const deepChatSocket: Variant = {
  name: 'deep-chat-socket',
  identifiers: [],
  page: ({ here }) => element({ url: `${here.replace('http', 'ws')}/socket`, websocket: true }),
  talk(socket, bot) {
    onText(socket, async (sent) => {
      const telling = bot.hear(questionIn(JSON.parse(sent)));
      for await (const text of telling.parts()) socket.send(JSON.stringify({ text }));
      telling.end();
    });
  },
};
