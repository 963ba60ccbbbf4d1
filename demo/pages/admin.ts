import { company } from '../company';
import { notice } from './account';
import type { Page } from './page';

/** `/admin`: a shell that knows nobody; the server gives the list to the staff only. */
export const admin: Page = {
  name: 'admin',
  title: `Harbour office | ${company.name}`,
  description: 'For the staff.',
  webflowId: '66f1c2a49b7d0e3158c4aa07',
  audience: 'private',
  main: `<section class="hl-wrap hl-section hl-page-top">
<h1>Harbour office</h1>
${notice}
<div id="customers" aria-busy="true">
<p class="hl-loading" role="status"><span class="hl-bar"></span><span class="hl-quiet">Loading</span></p>
<div class="hl-scroll" tabindex="0" role="region" aria-label="Customers" hidden><table><thead><tr><th scope="col">Name</th><th scope="col">Contact</th><th scope="col">Bookings</th><th scope="col">Notes</th></tr></thead><tbody></tbody></table></div>
</div>
</section>`,
};
