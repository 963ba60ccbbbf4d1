import { numberIn, rowIn, rowsIn, textIn } from './fields.js';
import { dayOf, money } from './format.js';
import { make, need } from './loading.js';
import { accountLoaded, whileLoading } from './memory.js';
import { sendToSignIn, showNotice } from './notice.js';
import { Refused, ask, backend, currentSession } from './session.js';

/** @typedef {import('./fields.js').Row} Row */

/**
 * @param {string} name
 * @param {readonly Element[]} rows
 */
function fill(name, rows) {
  const section = need(`[data-collection="${name}"]`);
  const items = need('.w-dyn-items', section);
  items.replaceChildren(...rows);
  items.hidden = rows.length === 0;
  need('.w-dyn-empty', section).hidden = rows.length > 0;
  need('.hl-loading', section).hidden = true;
  section.setAttribute('aria-busy', 'false');
}

/**
 * @param {string | null} href
 * @param {string} title
 * @param {string} detail
 * @param {string} [badge]
 */
function listItem(href, title, detail, badge) {
  const item = make('div', '', 'w-dyn-item hl-row');
  item.setAttribute('role', 'listitem');
  const head = make(href === null ? 'strong' : 'a', title);
  if (href !== null) head.setAttribute('href', href);
  item.append(head, make('p', detail));
  if (badge) item.append(make('span', badge, `hl-badge hl-${badge}`));
  return item;
}

/** @param {Row} booking */
function bookingItem(booking) {
  const guests = numberIn(booking, 'guests');
  const where = `${dayOf(textIn(booking, 'starts_at'))}, ${textIn(booking, 'place')}`;
  const party = `${guests} ${guests === 1 ? 'guest' : 'guests'}`;
  const detail = `${where}, ${party}. ${textIn(booking, 'reference')}. ${textIn(booking, 'note')}`;
  return listItem(
    `/account/bookings/${textIn(booking, 'id')}`,
    textIn(booking, 'title'),
    detail,
    textIn(booking, 'status'),
  );
}

/** @param {Row} invoice */
function invoiceItem(invoice) {
  const amount = money(numberIn(invoice, 'amount_cents') / 100, textIn(invoice, 'currency'));
  const issued = dayOf(textIn(invoice, 'issued_on'));
  const detail = `${amount}, issued on ${issued}. Pay with ${textIn(invoice, 'payment_reference')}.`;
  return listItem(
    `/account/invoices/${textIn(invoice, 'id')}`,
    textIn(invoice, 'number'),
    detail,
    textIn(invoice, 'status'),
  );
}

/** @param {Row} profile */
function profileItems(profile) {
  return [
    listItem(null, 'Name', textIn(profile, 'full_name')),
    listItem(null, 'Email', textIn(profile, 'email')),
    listItem(null, 'Phone', textIn(profile, 'phone')),
    listItem(null, 'Address', textIn(profile, 'address')),
  ];
}

/** @param {Row} message */
function messageItem(message) {
  const author = textIn(message, 'author') === 'customer' ? 'You' : 'Assistant';
  return listItem(null, author, textIn(message, 'text'), dayOf(textIn(message, 'createdAt')));
}

/**
 * Rows of one table, as the row rules give them, and asked for by owner as well.
 * @param {string} table
 * @param {string} columns
 * @param {string} order
 * @param {string} userId
 */
async function rowsOf(table, columns, order, userId) {
  const client = await backend();
  const { data, error, status } = await client.from(table).select(columns).eq('user_id', userId).order(order);
  if (error) throw new Refused(status);
  return rowsIn(data);
}

async function ownMessages() {
  return rowsIn(rowIn(await (await ask('/api/chat/history')).json())['messages']);
}

/** @param {string} userId */
async function loadAccount(userId) {
  const [profiles, bookings, invoices, messages] = await Promise.all([
    rowsOf('profiles', 'full_name,email,phone,address', 'created_at', userId),
    rowsOf('bookings', 'id,reference,title,place,starts_at,guests,status,note', 'starts_at', userId),
    rowsOf(
      'invoices',
      'id,number,payment_reference,amount_cents,currency,status,issued_on',
      'issued_on',
      userId,
    ),
    ownMessages(),
  ]);
  return { profiles, bookings, invoices, messages };
}

/** `/account` */
export async function accountPage() {
  const content = need('#account');
  whileLoading();
  try {
    const session = await currentSession();
    if (!session) {
      sendToSignIn();
      return;
    }
    const { profiles, bookings, invoices, messages } = await loadAccount(session.user.id);
    const name = textIn(profiles[0] ?? {}, 'full_name');
    need('#greeting').textContent = `Hello, ${name.split(' ')[0] ?? ''}`;
    fill('bookings', bookings.map(bookingItem));
    fill('invoices', invoices.map(invoiceItem));
    fill('profile', profiles.flatMap(profileItems));
    fill('messages', messages.slice(-60).map(messageItem));
    accountLoaded({ userId: session.user.id, name, rows: { profiles, bookings, invoices } });
  } catch (problem) {
    if (content.isConnected) showNotice(problem, content);
  }
}
