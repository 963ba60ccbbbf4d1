import { html } from 'hono/html';
import type { Customer } from '../shop';

type Html = ReturnType<typeof html>;
type Order = Customer['orders'][number];

/** Who looks at a page, and the token that its forms carry. */
export interface Looker {
  readonly customer: Customer | undefined;
  readonly csrf: string;
}

/** What all pages have in common: the way to the others. */
export function frame(title: string, { customer, csrf }: Looker, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="csrf-token" content="${csrf}" />
        <title>${title} · Timberworks</title>
        <link rel="icon" href="data:," />
        <style>
          #assistant {
            position: fixed;
            right: 1rem;
            bottom: 1rem;
          }
          #assistant .panel {
            width: 20rem;
            padding: 1rem;
            background: #fff;
            border: 1px solid;
          }
        </style>
      </head>
      <body ${customer ? html`data-user="${customer.id}"` : ''}>
        <nav>
          <a href="/">Home</a> <a href="/orders">Orders</a> <a href="/profile">Profile</a>
          ${customer ? html`<form method="post" action="/logout"><input type="hidden" name="_csrf" value="${csrf}" /><button>Log out</button></form>` : html`<a href="/login">Log in</a>`}
        </nav>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
        <script defer src="/site.js"></script>
      </body>
    </html>`;
}

/** The only page with a chat. */
export function home(): Html {
  return html`<p>Furniture to order, from timber that we season ourselves.</p>
    <p>Write to <a href="mailto:workshop@timberworks.example">workshop@timberworks.example</a>.</p>
    <aside id="assistant" aria-label="Chat">
      <div class="panel" hidden>
        <div class="messages" role="log"></div>
        <form class="ask">
          <input placeholder="Ask us anything" autocomplete="off" /> <button>Send</button>
        </form>
      </div>
      <button class="chat-launcher" aria-label="Open the chat">Chat</button>
    </aside>`;
}

export function signIn(csrf: string, wrong: boolean): Html {
  return html`${wrong ? html`<p role="alert">That is not right. Try again.</p>` : ''}
    <form method="post" action="/login">
      <input type="hidden" name="_csrf" value="${csrf}" />
      <label>E-mail <input type="email" name="email" autocomplete="username" /></label>
      <label>Password <input type="password" name="password" autocomplete="current-password" /></label>
      <button>Log in</button>
    </form>`;
}

/** The details of each come as a fragment of HTML, when the list is there. */
export function list(orders: readonly Order[]): Html {
  return html`<ul>
    ${orders.map(({ id, title, reference }) => html`<li><a href="/orders/${id}">${title} (${reference})</a> <span data-fragment="/orders/${id}/details"></span></li>`)}
  </ul>`;
}

export function details(order: Order): Html {
  return html`<dl>
    <dt>Reference</dt>
    <dd>${order.reference}</dd>
    <dt>Delivery</dt>
    <dd>${order.note}</dd>
  </dl>`;
}

export function profile({ name, email, phone, address }: Customer): Html {
  return html`<dl>
      <dt>Name</dt>
      <dd>${name}</dd>
      <dt>E-mail</dt>
      <dd>${email}</dd>
      <dt>Phone</dt>
      <dd>${phone}</dd>
      <dt>Address</dt>
      <dd>${address}</dd>
    </dl>
    <p data-query="{ me { orders { title reference } } }"></p>`;
}

export function overview(customers: readonly Customer[]): Html {
  return html`<table>
    ${customers.map(
      ({ name, email, internalNote }) =>
        html`<tr>
          <td>${name}</td>
          <td>${email}</td>
          <td><a href="/admin/notes/${internalNote.id}">Note</a></td>
        </tr>`,
    )}
  </table>`;
}

export function note(text: string): Html {
  return html`<p>${text}</p>`;
}
