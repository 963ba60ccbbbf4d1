import { company } from '../company';
import type { Page } from './page';

/** `/sign-in` */
export const signIn: Page = {
  name: 'sign-in',
  title: `Sign in | ${company.name}`,
  description: 'Sign in to see your bookings, invoices and messages.',
  webflowId: '66f1c2a49b7d0e3158c4aa03',
  audience: 'public',
  main: `<section class="hl-wrap hl-section hl-narrow hl-page-top">
<h1>Welcome back</h1>
<p>Sign in to see your bookings, invoices and messages.</p>
<form class="hl-form hl-card" id="sign-in" method="post" action="/sign-in">
<label for="email">Email</label>
<input class="w-input" id="email" name="email" type="email" autocomplete="username" required>
<label for="password">Password</label>
<input class="w-input" id="password" name="password" type="password" autocomplete="current-password" required>
<p class="hl-problem" role="alert" hidden></p>
<button class="w-button hl-button" type="submit">Sign in</button>
</form>
<p>No account yet? You get one with your first booking: <a href="mailto:${company.supportEmail}">${company.supportEmail}</a></p>
</section>`,
};
