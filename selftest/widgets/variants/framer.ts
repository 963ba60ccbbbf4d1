import * as z from 'zod';
import { toldAsText } from '../told';
import type { Variant } from '../variant';

const asked = z.object({ question: z.string() });

/** One copy a breakpoint, as Framer's server renders them: all in the DOM, one of them visible. */
const breakpoints = ['desktop', 'tablet', 'phone'] as const;

const copy = (breakpoint: string) => `<div class="ssr-variant hidden-${breakpoint}">
  <h1 data-framer-appear-id="h" style="opacity:.001">Trips</h1>
  <div class="framer-box" data-framer-name="Assistant"><div class="framer-log"><p>Hello! What about your trip?</p></div>
    <div class="framer-row"><input type="text" class="framer-input" placeholder="Ask about your trip">
      <div class="framer-go" tabindex="0" data-framer-name="Send"><svg width="24" height="24"><path d="M2 12L22 2L14 22Z"/></svg></div></div></div></div>`;

/** A component made in Framer: no form, no button, nothing works before hydration, which replaces every node. */
export const framer: Variant = {
  name: 'framer',
  identifiers: ['threadId'],
  page: ({ here }) => `<style>
      .hidden-desktop, .hidden-tablet, .hidden-phone { display: none }
      @media (min-width: 1200px) { .hidden-desktop { display: block } }
      @media (min-width: 810px) and (max-width: 1199px) { .hidden-tablet { display: block } }
      @media (max-width: 809px) { .hidden-phone { display: block } }
      .framer-row { display: flex } .framer-go { width: 44px; height: 44px; cursor: pointer }
    </style>
    <div id="main" data-framer-hydrate-v2="{}">${breakpoints.map(copy).join('')}</div>
    <script type="module">
      import '${here}/bundle.js';
      import { line, streamed } from '/assets/plain-chat.js';
      const ask = streamed('${here}/api/ask');
      const main = document.getElementById('main');
      main.innerHTML = main.innerHTML.replaceAll('opacity:.001', 'opacity:1');
      for (const box of main.querySelectorAll('.framer-box')) {
        const log = box.querySelector('.framer-log');
        const field = box.querySelector('input');
        box.querySelector('.framer-go').addEventListener('click', () => {
          const question = field.value;
          if (question === '') return;
          field.value = '';
          line(log, 'mine').textContent = question;
          const answer = line(log, 'theirs');
          void ask(question, (text) => { answer.textContent = text; });
        });
      }
    </script>`,
  serve(app, bot) {
    app.get('/bundle.js', async (c) => {
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      return c.body('', 200, { 'content-type': 'text/javascript' });
    });
    app.post('/api/ask', async (c) =>
      toldAsText(c, bot.hear(asked.parse(JSON.parse(await c.req.text())).question)),
    );
  },
};
