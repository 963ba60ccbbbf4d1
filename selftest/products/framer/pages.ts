import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

interface Page {
  readonly title: string;
  readonly content: Html;
}

/** Framer renders each page once a breakpoint, and the sheet hides all but one. */
const breakpoints = ['desktop', 'tablet', 'phone'] as const;

const rows = (table: string) => html`<div class="framer-rows" data-rows="${table}"></div>`;

/** What every copy of these pages holds. */
export const pages: Readonly<Record<string, Page>> = {
  '/': {
    title: 'Furniture to order',
    content: html`<p>From timber that we season ourselves.</p>
      <form class="framer-form">
        <input type="email" class="framer-form-input" placeholder="Your email, for our letter" />
        <button class="framer-form-button">Subscribe</button>
      </form>`,
  },
  '/timber': { title: 'Our timber', content: html`<p>Oak, walnut and cherry, three years in the open.</p>` },
  '/log-in': {
    title: 'Log in',
    content: html`<form class="framer-log-in">
      <input type="email" placeholder="Email" /><input type="password" placeholder="Password" />
      <button>Log in</button>
    </form>`,
  },
  '/account': {
    title: 'Your account',
    content: html`${['profiles', 'orders', 'chat_messages'].map(rows)}`,
  },
  '/staff': { title: 'Customers', content: rows('customer_overview') },
};

function copyOf({ title, content }: Page, breakpoint: string): Html {
  const others = breakpoints.filter((one) => one !== breakpoint);
  return html`<div
    class="ssr-variant ${others.map((one) => `hidden-${one}`).join(' ')}"
    data-copy="${breakpoint}"
  >
    <nav class="framer-nav">
      <a href="/">Timberworks</a> <a href="/timber">Timber</a> <a href="/account">Account</a>
      <a href="/log-in" data-when="outside">Log in</a>
      <button class="framer-leave" data-when="inside">Log out</button>
    </nav>
    <h1 data-framer-appear-id="${breakpoint}-h" style="opacity:.001">${title}</h1>
    ${content}
  </div>`;
}

/** A page as it is published: every copy in it, and a script that brings it to life. */
export function published(page: Page, { settings, embed }: { settings: string; embed: string }): Html {
  return html`<!doctype html>
    <html lang="en" ${raw(settings)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="generator" content="Framer 2f1c8d4" />
        <title>${page.title} – Timberworks</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(sheet)}
        </style>
      </head>
      <body>
        <div id="main" data-framer-hydrate-v2='{"routeId":"augiA20Il"}'>
          ${breakpoints.map((one) => copyOf(page, one))}
        </div>
        <div class="framer-assistant" data-framer-name="Assistant">
          <div class="framer-panel" hidden>
            <div class="framer-log"></div>
            <div class="framer-row">
              <input type="text" class="framer-field" placeholder="Ask the workshop" />
              <div class="framer-send" tabindex="0" data-framer-name="Send">
                <svg width="24" height="24"><path d="M2 12L22 2L14 22Z" /></svg>
              </div>
            </div>
          </div>
          <div class="framer-launcher" tabindex="0" data-framer-name="Open chat" aria-label="Open chat"></div>
        </div>
        <script>
          ${raw(embed)};
        </script>
        <script src="/supabase.js"></script>
        <script type="module" src="/site.mjs"></script>
      </body>
    </html>`;
}

const sheet = `
  @media (min-width: 1200px) { .hidden-desktop { display: none !important } }
  @media (min-width: 810px) and (max-width: 1199.98px) { .hidden-tablet { display: none !important } }
  @media (max-width: 809.98px) { .hidden-phone { display: none !important } }
  [data-session=none] [data-when=inside], [data-session=open] [data-when=outside] { display: none }
  .framer-assistant { position: fixed; right: 20px; bottom: 20px; z-index: 9 }
  .framer-panel { width: 300px; background: #fff; border: 1px solid #999 }
  .framer-row { display: flex }
  .framer-send { width: 44px; height: 44px; cursor: pointer }
  .framer-launcher { width: 56px; height: 56px; border-radius: 50%; background: #a63; cursor: pointer }`;
