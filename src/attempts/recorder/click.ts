import type { Page } from '@playwright/test';
import { settledAfter } from '../page-settled';

/** What shows or fetches more of what is there, in the words of its label. */
const showsMore =
  /\b(?:download|pdf|export|print|show|view|details?|more|history|anzeigen|herunterladen|mehr|ver|más|voir|plus|télécharger)\b/i;

/** What may change something, leave the page or end the session, whatever else its label says. */
const doesMore =
  /\b(?:delete|remove|cancel|pay|buy|book|send|submit|save|sign|log|accept|löschen|kaufen|senden|eliminar|enviar|supprimer|envoyer)\b/i;

/** On one page. */
const mostClicks = 3;

/**
 * Clicks what only shows more of a page: folded parts, tabs, buttons to download or to see details. Buttons of forms and
 * whatever sounds like a change are left alone.
 * @returns how many were clicked
 */
export async function clickWhatShowsMore(page: Page): Promise<number> {
  const harmless = page.locator(
    'main button:not(form *), main summary, main [role="tab"][aria-selected="false"], main [role="button"]:not(form *)',
  );
  let clicked = 0;
  for (const one of await harmless.all()) {
    if (clicked >= mostClicks) break;
    const label = await one.innerText({ timeout: 500 }).catch(() => '');
    const folds = await one
      .evaluate((element) => element.matches('summary, [role="tab"]'))
      .catch(() => false);
    if (doesMore.test(label) || !(folds || showsMore.test(label))) continue;
    const done = await settledAfter(page, () =>
      one.click({ timeout: 1_000 }).then(
        () => true,
        () => false,
      ),
    );
    if (done) clicked += 1;
  }
  return clicked;
}
