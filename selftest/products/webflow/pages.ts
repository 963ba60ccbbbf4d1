import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

/** What Webflow exports around a page: its attributes, its names of classes, and a form that is no chat. */
function exported(title: string, content: Html, embed: string): Html {
  return html`<!doctype html>
    <html data-wf-page="66f0a1c2d3e4f5a6b7c8d9e0" data-wf-site="66f0a1c2d3e4f5a6b7c8d9df" lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title} | Timberworks</title>
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <meta content="Webflow" name="generator" />
        <link href="data:," rel="shortcut icon" />
        <style>
          .chat-window-wrapper {
            position: fixed;
            right: 20px;
            bottom: 20px;
            z-index: 9999;
          }
          .chat-window {
            width: 320px;
            background: #fff;
            border: 1px solid #999;
            display: none;
          }
          .chat-window.open {
            display: block;
          }
          .chat-window-toggle {
            width: 64px;
            height: 64px;
            background: #a63;
            border-radius: 50%;
            cursor: pointer;
          }
        </style>
      </head>
      <body class="body">
        <div class="w-nav" role="banner">
          <a href="/" class="brand w-nav-brand">Timberworks</a>
          <nav role="navigation" class="w-nav-menu"><a href="/account" class="w-nav-link">Account</a></nav>
        </div>
        <section class="section">
          <h1>${title}</h1>
          ${content}
        </section>
        <div class="w-form">
          <form id="email-form" data-name="Email Form" method="get">
            <input class="w-input" name="email" placeholder="Your email" type="email" />
            <textarea class="w-input" name="Message" placeholder="Your message"></textarea>
            <input type="submit" class="w-button" value="Submit" />
          </form>
          <div class="w-form-done">Thank you! Your submission has been received!</div>
        </div>
        <div class="w-embed w-script">
          <div id="n8n-chat" class="n8n-chat">
            <div class="chat-window-wrapper">
              <div class="chat-window">
                <div class="chat-heading">Ask the workshop</div>
                <div class="chat-messages-list"></div>
                <div class="chat-input">
                  <textarea placeholder="Type your question.."></textarea
                  ><button class="chat-input-send-button" aria-label="Send">➤</button>
                </div>
              </div>
              <div class="chat-window-toggle">💬</div>
            </div>
          </div>
          <script>
            ${raw(embed)};
          </script>
          <script src="/embed.js"></script>
        </div>
      </body>
    </html>`;
}

export const pages: Readonly<Record<string, (embed: string) => Html>> = {
  '/': (embed) => exported('Furniture to order', html`<p>From timber that we season ourselves.</p>`, embed),
  '/log-in': (embed) =>
    exported(
      'Log in',
      html`<form id="log-in">
        <input type="email" name="email" /><input type="password" name="password" /><button>Log in</button>
      </form>`,
      embed,
    ),
  '/account': (embed) =>
    exported(
      'Your account',
      html`<div data-show="/api/auth/me"></div>
        <div data-show="/api/orders"></div>
        <button id="log-out" hidden>Log out</button>`,
      embed,
    ),
  '/staff': (embed) => exported('Customers', html`<div data-show="/api/staff/customers"></div>`, embed),
};
