import { company } from '../company';
import type { Page } from './page';
import { prices } from './prices';
import { scene } from './scene';

function trip({ title, price, unit, text }: (typeof prices)[number]): string {
  return `<div role="listitem" class="w-dyn-item hl-card">
<h3>${title}</h3>
<p>${text}</p>
<p class="hl-price"><strong>${price}</strong> ${unit}</p>
</div>`;
}

const steps = [
  [
    'Choose a day',
    'Pick a boat and a day on this site, or ask the harbour assistant at the bottom of the page.',
  ],
  ['Come aboard', 'Your skipper waits at the north pontoon with a life jacket in your size.'],
  ['Stay for the sunset', 'The kitchen in the sail loft keeps the soup warm until the last boat is in.'],
] as const;

const contactForm = `<div class="w-form">
<form id="wf-form-Contact" name="wf-form-Contact" data-name="Contact" data-wf-page-id="home" class="hl-form" action="/#contact" method="get">
<label for="Name">Name</label>
<input class="w-input" maxlength="256" name="Name" id="Name" autocomplete="name" required>
<label for="Email">Email</label>
<input class="w-input" maxlength="256" name="Email" id="Email" type="email" autocomplete="email" required>
<label for="Message">Message</label>
<textarea class="w-input" maxlength="5000" name="Message" id="Message" rows="4" placeholder="Message"></textarea>
<input type="submit" class="w-button hl-button" value="Send" data-wait="Please wait...">
</form>
<div class="w-form-done" role="status" hidden><p>Thank you! We will write back before the next high tide.</p></div>
<div class="w-form-fail" role="alert" hidden><p>Oops! Something went wrong while sending the form.</p></div>
</div>`;

/** `/` */
export const home: Page = {
  name: 'home',
  title: `${company.name}: sailing trips, courses and berths in Amsterdam`,
  description:
    'Evening sails with a skipper, beginner courses and quiet berths on the east quay of Amsterdam. Book a boat for a day, or a place for a season.',
  webflowId: '66f1c2a49b7d0e3158c4aa01',
  audience: 'public',
  main: `<section class="hl-hero hl-wrap">
<div class="hl-hero-text">
<p class="hl-eyebrow">Amsterdam, on the north bank</p>
<h1>The city is loud.<br>The water is not.</h1>
<p class="hl-lead">Wooden keelboats, patient skippers and a harbour where everybody still says hello. Sail with us for an evening, or learn it for life.</p>
<p class="hl-actions"><a class="w-button hl-button" href="/pricing">See trips and prices</a> <a class="hl-link" href="#contact">Ask us anything</a></p>
</div>
${scene}
</section>
<section class="hl-wrap hl-section" data-w-id="7d2b1c90-hero-trips" aria-labelledby="trips">
<h2 id="trips">What people come for</h2>
<div class="w-dyn-list"><div role="list" class="w-dyn-items hl-grid">
${prices.map(trip).join('\n')}
</div></div>
</section>
<section class="hl-band">
<div class="hl-wrap hl-section hl-appear" data-w-id="7d2b1c90-how-it-works" style="opacity:0" aria-labelledby="how">
<h2 id="how">How a day with us goes</h2>
<ol class="hl-steps">
${steps.map(([title, text]) => `<li><h3>${title}</h3><p>${text}</p></li>`).join('\n')}
</ol>
</div>
</section>
<section class="hl-wrap hl-section hl-split" id="contact" aria-labelledby="write">
<div>
<h2 id="write">Write to the harbour office</h2>
<p>Open from 08:30 to 18:00, Tuesday to Sunday, from April to October. We are at ${company.address}, right behind the red crane.</p>
<div class="w-embed hl-tide"><p><strong>Tide and wind</strong></p><p>South-west 3 to 4, good for beginners. From six Beaufort we stay in port.</p></div>
</div>
${contactForm}
</section>`,
};
