import type { Parts } from '../parts';
import { swapped, withPages, withScript } from './change';
import { footOf, headOf, type Pieces } from './frame';
import { asset } from './scripts';

/** The windows for which the server draws a copy of everything, and the class of what is not for them. */
const breakpoints = [
  { name: 'Desktop', hidden: 'hidden-72rtr7', media: '(min-width:1200px)' },
  { name: 'Tablet', hidden: 'hidden-1l5cxv', media: '(min-width:810px) and (max-width:1199.98px)' },
  { name: 'Phone', hidden: 'hidden-kx09bq', media: '(max-width:809.98px)' },
] as const;

const hiding = breakpoints
  .map(({ media, hidden }) => `@media ${media}{.${hidden}{display:none!important}}`)
  .join('');

/** The same for every window, of which style sheets show one, until the script has come. */
function copies(html: string): string {
  const copy = (name: string): string => {
    const others = breakpoints.filter((one) => one.name !== name).map(({ hidden }) => hidden);
    return `<div class="ssr-variant ${others.join(' ')}" data-framer-name="${name}">\n${html}\n</div>`;
  };
  return breakpoints.map(({ name }) => copy(name)).join('\n');
}

/** As Framer publishes it: copies for each breakpoint, one root that is hydrated, a module. */
function framerLayout(pieces: Pieces): string {
  const { visit, head, navigation, main, css, scriptUrl } = pieces;
  const route = JSON.stringify({ routeId: visit.page.webflowId.slice(-9), localeId: 'default' });
  return `<!DOCTYPE html>
<html lang="en" data-redirect-timezone="1">
<head>
${headOf(pieces, 'Framer 3f1c2ab')}
<style data-framer-css-ssr-minified>${css}.ssr-variant{display:contents}${hiding}</style>
<script type="module" data-framer-bundle="main" src="${scriptUrl}"></script>
${head}</head>
<body data-page="${visit.page.name}">
<a class="hl-skip" href="#content">Skip to the content</a>
<div id="main" data-framer-hydrate-v2='${route}' data-framer-ssr-released-at="2026-10-02T09:12:00.000Z">
<div data-framer-root class="framer-5JmQk">
<div data-framer-slot="navigation" style="display:contents">
${copies(navigation)}
</div>
<main id="content" data-framer-slot="content">
${copies(main)}
</main>
</div>
</div>
${footOf(pieces)}</body>
</html>
`;
}

/** The same product on a site that was built with Framer. */
export function inFramersSkin(parts: Parts): Parts {
  const started = withScript(parts, 'main.js', (source) =>
    swapped(
      swapped(source, 'followOtherTabs();', 'hydrate();\nfollowOtherTabs();'),
      'prepareChat();\nstartPage();',
      'prepareChat();\nstartPage();\nfollowLinks(() => {\n  prepareContent();\n  startPage();\n});',
    ),
  );
  const { scripts } = started.pages;
  const framer = { name: 'framer.js', source: asset('framer.js') };
  return withPages(started, {
    layout: framerLayout,
    scripts: scripts.flatMap((script) => (script.name === 'main.js' ? [framer, script] : [script])),
  });
}
