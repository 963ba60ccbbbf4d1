import { company } from '../company';
import type { Page } from './page';

/** For addresses that lead nowhere. */
export const notFound: Page = {
  name: 'not-found',
  title: `Nothing here | ${company.name}`,
  description: 'This page does not exist.',
  webflowId: '66f1c2a49b7d0e3158c4aa08',
  audience: 'private',
  main: `<section class="hl-wrap hl-section hl-narrow hl-page-top">
<h1>Only open water here</h1>
<p>The page you are looking for has sailed. <a href="/">Back to the harbour</a></p>
</section>`,
};
