import { company } from '../company';
import type { Page } from './page';
import { prices } from './prices';

function plan({ title, price, unit, text, includes }: (typeof prices)[number]): string {
  return `<div role="listitem" class="w-dyn-item hl-card hl-plan">
<h2>${title}</h2>
<p class="hl-price"><strong>${price}</strong> ${unit}</p>
<p>${text}</p>
<ul class="hl-ticks">${includes.map((item) => `<li>${item}</li>`).join('')}</ul>
<a class="w-button hl-button" href="/sign-in">Book<span class="hl-quiet">: ${title.toLowerCase()}</span></a>
</div>`;
}

const questions = [
  [
    'Can I cancel?',
    'Free of charge up to 48 hours before the trip starts. After that we help you to find another day.',
  ],
  [
    'What if the weather turns?',
    'From six Beaufort we stay in port, and you choose another day without costs.',
  ],
  [
    'Do I need experience?',
    'No. For the courses you should be able to swim; for the evening sail a warm layer is enough.',
  ],
] as const;

/** `/pricing` */
export const pricing: Page = {
  name: 'pricing',
  title: `Trips and prices | ${company.name}`,
  description:
    'What an evening sail, a beginner course or a weekend berth costs, and what is included. All prices include VAT.',
  webflowId: '66f1c2a49b7d0e3158c4aa02',
  audience: 'public',
  main: `<section class="hl-wrap hl-section hl-page-top">
<p class="hl-eyebrow">Trips and prices</p>
<h1>One price, everything on board</h1>
<p class="hl-lead">No deposits, no fuel surcharge: we sail. All prices include VAT, life jackets and a warm drink.</p>
<div class="w-dyn-list"><div role="list" class="w-dyn-items hl-grid">
${prices.map(plan).join('\n')}
</div></div>
</section>
<section class="hl-band"><div class="hl-wrap hl-section hl-appear" data-w-id="7d2b1c90-questions" style="opacity:0" aria-labelledby="questions">
<h2 id="questions">Good to know</h2>
<dl class="hl-questions">
${questions.map(([question, answer]) => `<div><dt>${question}</dt><dd>${answer}</dd></div>`).join('\n')}
</dl>
</div></section>`,
};
