import { company } from '../company';
import type { Page } from './page';

/** A collection that the page's script fills; until then it says that it is loading. */
function collection(name: string, title: string, empty: string): string {
  return `<section class="hl-panel" data-collection="${name}" aria-labelledby="${name}-title" aria-busy="true">
<h2 id="${name}-title">${title}</h2>
<p class="hl-loading" role="status"><span class="hl-bar"></span><span class="hl-quiet">Loading ${title.toLowerCase()}</span></p>
<div class="w-dyn-list"><div class="w-dyn-items hl-rows" role="list" hidden></div><div class="w-dyn-empty" hidden><p>${empty}</p></div></div>
</section>`;
}

/** What stands in place of the content when somebody is not (or no longer) signed in, or nothing could be loaded. */
export const notice = `<div class="hl-notice hl-card" id="notice" role="alert" hidden><p></p><p><a class="w-button hl-button" href="/sign-in">Sign in</a></p></div>`;

/** `/account`: a shell without anybody's data. */
export const account: Page = {
  name: 'account',
  title: `Your account | ${company.name}`,
  description: 'Your bookings, invoices, messages and details.',
  webflowId: '66f1c2a49b7d0e3158c4aa04',
  audience: 'private',
  main: `<section class="hl-wrap hl-section hl-page-top">
<h1 id="greeting">Your account</h1>
${notice}
<div class="hl-dashboard" id="account">
${collection('bookings', 'Bookings', 'You have no bookings yet.')}
${collection('invoices', 'Invoices', 'You have no invoices yet.')}
${collection('profile', 'Your details', 'We know nothing about you yet.')}
${collection('messages', 'Chat history', 'You have not talked to the assistant yet.')}
</div>
</section>`,
};
