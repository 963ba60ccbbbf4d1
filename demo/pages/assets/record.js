import { openChat } from './chat.js';
import { numberIn, rowIn, textIn } from './fields.js';
import { dayOf, money } from './format.js';
import { make, need } from './loading.js';
import { sendToSignIn, showNotice } from './notice.js';
import { ask, backend, currentSession, looksSignedIn } from './session.js';

/** @typedef {import('./fields.js').Row} Row */

/** @type {Record<string, (record: Row) => readonly (readonly [string, string])[]>} */
const facts = {
  booking: (record) => [
    ['Reference', textIn(record, 'reference')],
    ['Trip', textIn(record, 'title')],
    ['Where', textIn(record, 'place')],
    ['When', dayOf(textIn(record, 'startsAt'))],
    ['Guests', textIn(record, 'guests')],
    ['Status', textIn(record, 'status')],
    ['Your note', textIn(record, 'note')],
  ],
  invoice: (record) => [
    ['Number', textIn(record, 'number')],
    ['Amount', money(numberIn(record, 'amount'), textIn(record, 'currency'))],
    ['Issued', dayOf(textIn(record, 'issuedOn'))],
    ['Status', textIn(record, 'status')],
    ['Payment reference', textIn(record, 'paymentReference')],
  ],
};

/** @param {string} path */
async function savePdf(path) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await (await ask(`${path}/pdf`)).blob());
  link.download = 'invoice.pdf';
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * The boarding paper lies in a folder of the person's own; the link to it is good for a while.
 * @param {string} id of the booking
 */
async function linkPaper(id) {
  const link = document.querySelector('#paper');
  const session = await currentSession();
  if (!(link instanceof HTMLAnchorElement) || !session) return;
  const { storage } = await backend();
  const { data } = await storage.from('papers').createSignedUrl(`${session.user.id}/${id}.pdf`, 600);
  if (!data) return;
  link.href = data.signedUrl;
  link.hidden = false;
}

/**
 * `/account/bookings/:id` and `/account/invoices/:id`
 * @param {'booking' | 'invoice'} kind
 */
export async function recordPage(kind) {
  const content = need('#record');
  const id = location.pathname.split('/').at(-1) ?? '';
  const path = `/api/${kind}s/${id}`;
  if (!looksSignedIn()) {
    sendToSignIn();
    return;
  }
  try {
    const record = rowIn(await (await ask(path)).json());
    const list = need('dl', content);
    list.append(
      ...(facts[kind]?.(record) ?? []).flatMap(([term, text]) => [make('dt', term), make('dd', text)]),
    );
    list.hidden = false;
    need('.hl-loading', content).hidden = true;
    need('.hl-actions', content).hidden = false;
    content.setAttribute('aria-busy', 'false');
    need('#ask').addEventListener('click', () =>
      openChat({ about: [id], question: `Tell me about this ${kind}` }),
    );
    await linkPaper(id);
    document.querySelector('#pdf')?.addEventListener('click', () => savePdf(path));
  } catch (problem) {
    if (content.isConnected) showNotice(problem, content);
  }
}
