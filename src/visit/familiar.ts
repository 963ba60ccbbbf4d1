import { prepareContext } from '../evidence';
import { readExhibits } from '../oracle/read-exhibits';
import { strangersIn, strangersShownIn, type Sighting } from '../oracle/strangers';
import type { Product } from '../product/types';
import type { WatchedBrowser } from './browser';

/** Email addresses, telephone numbers and the like that are no stranger's, each in its one spelling. */
export interface Familiar {
  /** Those of the config: in its records, and declared public. */
  readonly configured: () => Promise<ReadonlySet<string>>;
  /** Those that the public pages show to somebody who is not signed in. Throws when a page cannot be opened. */
  readonly shownToAll: () => Promise<ReadonlySet<string>>;
}

/**
 * What a worker need not wonder about. Found out when it is first asked for: the public pages are opened only where
 * something has been seen that the config does not explain.
 */
export function familiarValues(product: Product, watched: () => Promise<WatchedBrowser>): Familiar {
  let configured: Promise<ReadonlySet<string>> | undefined;
  let shownToAll: Promise<ReadonlySet<string>> | undefined;
  return {
    configured: () => (configured ??= valuesIn(textsOf(product))),
    shownToAll: () => (shownToAll ??= crawl(product, watched)),
  };
}

/** The values in texts, each in its one spelling. */
export async function valuesIn(texts: readonly string[]): Promise<ReadonlySet<string>> {
  return normalsOf(await Promise.all(texts.map(strangersIn)));
}

function normalsOf(found: readonly (readonly Sighting[])[]): ReadonlySet<string> {
  return new Set(found.flat().map(({ normal }) => normal));
}

/** With the field's name before it: a national telephone number is told by its label. */
function textsOf({ records, public: publicValues }: Product): readonly string[] {
  const fields = records.flatMap((record) => Object.entries(record.fields));
  return [
    ...fields.map(([name, value]) => `${name}: ${value}`),
    ...publicValues,
    ...publicValues.map((value) => `phone: ${value}`),
  ];
}

async function crawl(
  { site, pages }: Product,
  watched: () => Promise<WatchedBrowser>,
): Promise<ReadonlySet<string>> {
  const { browser, watch } = await watched();
  const context = await browser.newContext({ baseURL: site });
  try {
    await prepareContext(context);
    const page = await context.newPage();
    const ledger = await watch.of(context, page);
    for (const path of pages.public) await page.goto(path);
    await ledger.settle();
    const exhibits = await readExhibits(ledger.exhibits());
    return normalsOf(await Promise.all(exhibits.map(strangersShownIn)));
  } finally {
    await context.close();
  }
}
