import { company } from '../company';
import type { DemoContext } from '../context';
import { escaped } from './escape';
import type { Visit } from './page';
import { mark } from './scene';

/** Webflow's id of this site. */
const siteId = '66f1c2a49b7d0e3158c4a9ff';

const burger =
  '<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M3 6h18M3 12h18M3 18h18" stroke="#16303c" stroke-width="2.5" stroke-linecap="round"/></svg>';

const bubble =
  '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M5 6h22a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H15l-8 6v-6H5a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z" fill="#fff"/><path d="M9 13h14M9 17.500h9" stroke="#b33a22" stroke-width="2.200" stroke-linecap="round"/></svg>';

/** Opens the chat; it stands in every page's HTML, so that it is there before any script is. */
export const launcher = `<button class="hl-chat-launcher" id="chat-launcher" type="button" aria-label="Open chat" aria-expanded="false" aria-controls="chat-panel">${bubble}</button>`;

const chat = `<div class="hl-chat-panel" id="chat-panel" role="dialog" aria-label="Chat with the harbour assistant" hidden>
<div class="hl-chat-head"><p>Harbour assistant</p><button class="hl-chat-new" id="chat-new" type="button">New chat</button><button id="chat-close" type="button" aria-label="Close chat">×</button></div>
<div class="hl-chat-body"><p>Loading the assistant…</p></div>
</div>`;

const cookies = `<div class="hl-cookies" id="cookies" role="region" aria-label="Cookies" hidden>
<p>We use only the cookies that keep this site afloat. May we also count visits?</p>
<p class="hl-actions"><button class="hl-button" type="button" data-choice="all">Allow</button><button class="hl-link hl-plain" type="button" data-choice="needed">Only what is needed</button></p>
</div>`;

function navLink(href: string, text: string, visit: Visit, when = ''): string {
  const current = new URL(visit.request.url).pathname === href ? ' aria-current="page"' : '';
  return `<a class="w-nav-link" href="${href}"${current}${when}>${text}</a>`;
}

async function navigation(visit: Visit, demo: DemoContext): Promise<string> {
  return `<header class="w-nav" data-collapse="small" data-animation="default">
<div class="hl-wrap">
<a class="w-nav-brand" href="/">${mark}${company.name}</a>
<button class="w-nav-button" type="button" aria-label="Menu" aria-expanded="false" aria-controls="menu">${burger}</button>
<nav class="w-nav-menu" id="menu" aria-label="Main">
${navLink('/pricing', 'Trips and prices', visit)}
<a class="w-nav-link" href="/#contact">Contact</a>
${navLink('/sign-in', 'Sign in', visit, ' data-when="visitor"')}
${navLink('/account', 'Your account', visit, ' data-when="signed-in" hidden')}
<button class="w-nav-link hl-plain" id="sign-out" type="button" data-when="signed-in" hidden>Sign out</button>
${await demo.parts.pages.menu(visit, demo)}</nav>
</div>
</header>`;
}

const footer = `<footer class="hl-footer"><div class="hl-wrap">
<div><h2>${company.name}</h2><p>Sailing trips, courses and berths on the north bank of Amsterdam since 1987.</p></div>
<div><h2>Visit</h2><p>${company.address}</p></div>
<div><h2>Support</h2><ul><li><a href="mailto:${company.supportEmail}">${company.supportEmail}</a></li><li><a href="tel:${company.supportPhone.replaceAll(' ', '')}">${company.supportPhone}</a></li></ul></div>
</div></footer>`;

const marksScripting = "<script>document.documentElement.classList.add('w-mod-js')</script>";

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230f3b4c'/%3E%3Cpath d='M17 5c6 5 8 10 8 15h-8z' fill='%23fffaf2'/%3E%3Cpath d='M15 8c-5 4-7 8-7 12h7z' fill='%23f2805c'/%3E%3C/svg%3E";

/** What a page is put together from, whatever the site was built with. */
export interface Pieces {
  readonly visit: Visit;
  readonly title: string;
  readonly head: string;
  readonly navigation: string;
  readonly main: string;
  readonly launcher: string;
  readonly footerCode: string;
  readonly css: string;
  readonly scriptUrl: string;
}

/** A whole page: what the site's builder publishes around the content, the widget, and the footer code. */
export async function framed(
  visit: Visit,
  demo: DemoContext,
  css: string,
  scriptUrl: string,
): Promise<string> {
  const { pages } = demo.parts;
  const [title, head, nav, main, footerCode] = await Promise.all([
    pages.title(visit, demo),
    pages.head(visit, demo),
    navigation(visit, demo),
    pages.main(visit, demo),
    pages.footerCode(visit, demo),
  ]);
  const pieces = { visit, title, head, navigation: nav, main, footerCode, css, scriptUrl };
  return pages.layout({ ...pieces, launcher: pages.launcher });
}

/** What stands in the head of every page. */
export function headOf({ visit: { page }, title }: Pieces, generator: string): string {
  return `<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="description" content="${escaped(page.description)}">
<meta property="og:title" content="${escaped(page.title)}">
<meta property="og:description" content="${escaped(page.description)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${generator}">
${page.audience === 'private' ? '<meta name="robots" content="noindex">\n' : ''}<link rel="icon" href="${icon}">`;
}

/** What follows on the content of every page. */
export function footOf(pieces: Pieces): string {
  return `${footer}
${cookies}
${pieces.launcher}
${chat}
${pieces.footerCode}`;
}

/** As Webflow publishes it. */
export function webflowLayout(pieces: Pieces): string {
  const { visit, head, navigation: nav, main, css, scriptUrl } = pieces;
  return `<!DOCTYPE html>
<html data-wf-domain="www.harbourlane-sailing.eu" data-wf-page="${visit.page.webflowId}" data-wf-site="${siteId}" lang="en">
<head>
${headOf(pieces, 'Webflow')}
${marksScripting}
<style>${css}</style>
<script defer src="${scriptUrl}"></script>
${head}</head>
<body data-page="${visit.page.name}">
<a class="hl-skip" href="#main">Skip to the content</a>
${nav}
<main id="main">
${main}
</main>
${footOf(pieces)}</body>
</html>
`;
}
