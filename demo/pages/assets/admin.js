import { rowIn, rowsIn, textIn } from './fields.js';
import { make, need } from './loading.js';
import { sendToSignIn, showNotice } from './notice.js';
import { ask, looksSignedIn } from './session.js';

/** @param {import('./fields.js').Row} customer */
function customerRow(customer) {
  const line = document.createElement('tr');
  const head = make('th', textIn(customer, 'name'));
  head.setAttribute('scope', 'row');
  const contact = ['email', 'phone', 'address'].map((field) => textIn(customer, field)).join(', ');
  const remarks = make('td', '');
  remarks.append(...rowsIn(customer['notes']).map((note) => make('p', textIn(note, 'text'))));
  line.append(head, make('td', contact), make('td', textIn(customer, 'bookings')), remarks);
  return line;
}

/** `/admin`: asks, and shows what the server lets it see. */
export async function adminPage() {
  const content = need('#customers');
  if (!looksSignedIn()) {
    sendToSignIn();
    return;
  }
  try {
    const { customers } = rowIn(await (await ask('/api/admin/customers')).json());
    need('tbody', content).replaceChildren(...rowsIn(customers).map(customerRow));
    need('.hl-loading', content).hidden = true;
    need('.hl-scroll', content).hidden = false;
    content.setAttribute('aria-busy', 'false');
  } catch (problem) {
    if (content.isConnected) showNotice(problem, content);
  }
}
