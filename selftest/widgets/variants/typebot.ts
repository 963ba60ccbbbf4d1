import * as z from 'zod';
import { wholeAnswer } from '../bot';
import type { Variant } from '../variant';

const body = z.object({ message: z.union([z.string(), z.object({ text: z.string() })]) });

let messages = 0;
const bubble = (text: string) => ({
  id: `m${messages++}`,
  type: 'text',
  content: { type: 'richText', richText: [{ type: 'p', children: [{ text }] }] },
});
const say = (...texts: string[]) => ({
  messages: texts.map(bubble),
  input: {
    id: `i${messages}`,
    type: 'text input',
    options: { labels: { placeholder: 'Type your answer...', button: 'Send' } },
  },
});

/** @typebot.io/js: a new field for each answer, and the second bubble is typed out after its request has long ended. */
export const typebot: Variant = {
  name: 'typebot',
  identifiers: ['/5'],
  page: ({ here }) => `<script type="module">
      import Typebot from '/assets/typebot.js';
      Typebot.initBubble({ typebot: 'trips', apiHost: '${here}' });
    </script>`,
  serve(app, bot) {
    app.post('/api/v1/typebots/trips/startChat', (c) =>
      c.json({
        sessionId: 's1',
        resultId: 'r1',
        typebot: { id: 'trips', version: '6', theme: {}, settings: {} },
        ...say('Ask away'),
      }),
    );
    app.post('/api/v1/sessions/s1/continueChat', async (c) => {
      const { message } = body.parse(await c.req.json());
      const telling = bot.hear(typeof message === 'string' ? message : message.text);
      const text = await wholeAnswer(telling);
      telling.end();
      return c.json(say('Let me see.', text));
    });
  },
};
