import { toldToAsker } from './plain';
import type { Variant } from '../variant';

/** The password of the site that this variant's page is on. */
export const sitePassword = 'herring-gull-41';

const inside = (ask: string) => `<!doctype html><body>
  <button id="yes">I am a customer</button>
  <div id="box" hidden>
    <p>Boats at sea: <b id="count"></b></p>
    <ul id="talk"></ul>
    <div class="bar"><input id="note" name="note" autocomplete="off"><span id="go">↵</span></div>
  </div>
  <script type="module">
    import { line, streamed } from '/assets/plain-chat.js';
    const ask = streamed('${ask}');
    yes.onclick = () => { yes.hidden = true; box.hidden = false; };
    setInterval(() => { count.textContent = String(Math.random()).slice(2, 6); }, 300);
    go.onclick = () => {
      const question = note.value;
      note.value = '';
      line(talk, 'mine').textContent = question;
      const answer = line(talk, 'theirs');
      void ask(question, (text) => { answer.textContent = text; });
    };
  </script></body>`;

/** Nothing here looks like a chat, the numbers in it never rest, and nobody is shown it without a password. */
export const told: Variant = {
  name: 'told',
  identifiers: ['threadId'],
  page: ({ here }) => `<p id="more" style="width:300px;cursor:pointer">Further</p>
    <iframe name="harbour" hidden style="width:340px;height:300px"></iframe>
    <script>
      if (document.cookie.includes('let-in=yes')) more.onclick = () => {
        const frame = document.querySelector('iframe');
        frame.src = '${here}/inside';
        frame.hidden = false;
      };
      else document.body.innerHTML = '<form method="post" action="${here}/.wf_auth"><input type="password" name="pass"><button>Enter</button></form>';
    </script>`,
  serve(app, bot) {
    app.post('/.wf_auth', async (c) => {
      const { pass } = await c.req.parseBody();
      if (pass === sitePassword) c.header('set-cookie', 'let-in=yes; path=/');
      return c.redirect('/told');
    });
    app.get('/inside', (c) => c.html(inside('api/ask')));
    toldToAsker(app, bot);
  },
};
