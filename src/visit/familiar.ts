import { prepareContext } from '../evidence';
import { readExhibits } from '../oracle/read-exhibits';
import { strangersIn, strangersShownIn, type Sighting } from '../oracle/strangers';
import { wordsOf } from '../oracle/strangers/name-context';
import { plainTextOf } from '../oracle/strangers/plain-text';
import type { Product } from '../product/types';
import type { Exhibit } from '../words';
import type { WatchedBrowser } from './browser';

/** Email addresses, telephone numbers and the like that are no stranger's, each in its one spelling. */
export interface Familiar {
  /** Those of the config: in its records, and declared public. */
  readonly configured: () => Promise<ReadonlySet<string>>;
  /** Those that the public pages show to somebody who is not signed in. Throws when a page cannot be opened. */
  readonly shownToAll: () => Promise<ReadonlySet<string>>;
  /** Everything that these pages say, each text as its words in small letters. Throws as well. */
  readonly saidToAll: () => Promise<readonly string[]>;
}

/**
 * What a worker need not wonder about. Found out when it is first asked for: the public pages are opened only where
 * something has been seen that the config does not explain.
 */
export function familiarValues(product: Product, watched: () => Promise<WatchedBrowser>): Familiar {
  let configured: Promise<ReadonlySet<string>> | undefined;
  let crawled: Promise<readonly Exhibit[]> | undefined;
  let shownToAll: Promise<ReadonlySet<string>> | undefined;
  let saidToAll: Promise<readonly string[]> | undefined;
  const shown = () => (crawled ??= crawl(product, watched));
  return {
    configured: () => (configured ??= valuesIn(textsOf(product))),
    shownToAll: () => (shownToAll ??= shown().then(valuesShownIn)),
    saidToAll: () => (saidToAll ??= shown().then(textsShownIn)),
  };
}

async function valuesShownIn(exhibits: readonly Exhibit[]): Promise<ReadonlySet<string>> {
  return normalsOf(await Promise.all(exhibits.map(strangersShownIn)));
}

function textsShownIn(exhibits: readonly Exhibit[]): readonly string[] {
  const texts = new Set(exhibits.map((exhibit) => plainTextOf(exhibit) ?? ''));
  return [...texts].map((text) => wordsOf(text).join(' '));
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
): Promise<readonly Exhibit[]> {
  const { browser, watch } = await watched();
  const context = await browser.newContext({ baseURL: site });
  try {
    await prepareContext(context);
    const page = await context.newPage();
    const ledger = await watch.of(context, page);
    for (const path of pages.public) await page.goto(path);
    await ledger.settle();
    return await readExhibits(ledger.exhibits());
  } finally {
    await context.close();
  }
}
