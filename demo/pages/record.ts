import { company } from '../company';
import { notice } from './account';
import type { Page } from './page';

function recordPage(name: 'booking' | 'invoice', title: string, webflowId: string, more: string): Page {
  return {
    name,
    title: `Your ${name} | ${company.name}`,
    description: `One ${name} of your account.`,
    webflowId,
    audience: 'private',
    main: `<section class="hl-wrap hl-section hl-narrow hl-page-top">
<p><a class="hl-link" href="/account">Back to your account</a></p>
<h1>${title}</h1>
${notice}
<div class="hl-card" id="record" aria-busy="true">
<p class="hl-loading" role="status"><span class="hl-bar"></span><span class="hl-quiet">Loading</span></p>
<dl class="hl-facts" hidden></dl>
<p class="hl-actions" hidden><button class="w-button hl-button" type="button" id="ask">Ask about this ${name}</button> ${more}</p>
</div>
</section>`,
  };
}

/** `/account/bookings/:id`: the same shell for every id. */
export const booking = recordPage(
  'booking',
  'Booking',
  '66f1c2a49b7d0e3158c4aa05',
  '<a class="hl-link" id="paper" hidden>Boarding paper</a>',
);

/** `/account/invoices/:id`: the same shell for every id. */
export const invoice = recordPage(
  'invoice',
  'Invoice',
  '66f1c2a49b7d0e3158c4aa06',
  '<button class="hl-link hl-plain" type="button" id="pdf">Download as PDF</button>',
);
