import type { BrowserContext, Download } from '@playwright/test';
import type { Channel } from '../channel';
import { placeOf } from '../place';
import type { Millis } from '../../words';
import { withinTime } from '../watched-context';

interface Loading {
  readonly url: string;
  readonly name: string;
  readonly at: Millis;
  readonly bytes: Promise<Uint8Array | string>;
}

const loadings = new WeakMap<BrowserContext, Set<Loading>>();
const largest = 64_000_000;
const patience: Millis = 5000;

/** Files that the browser saves instead of showing them. */
export const download: Channel = {
  name: 'download',
  sees: 'names and bytes of all files that pages and popups of the context download, from the network or made by a script',
  blindTo:
    'files of a context that was closed before they had come; files over 64 MB are told of as unreadable',
  plant: `const link = document.createElement('a');
    Object.assign(link, { href: give('body'), download: 'planted' }).click();
    await new Promise((done) => setTimeout(done, 200));`,
  prepare(context) {
    const ofContext = new Set<Loading>();
    loadings.set(context, ofContext);
    context.on('download', (file) => {
      const bytes = bytesOf(file).catch((error: unknown) => whyOf(error));
      ofContext.add({ url: placeOf(file.url()), name: file.suggestedFilename(), at: Date.now(), bytes });
    });
    return Promise.resolve();
  },
  async readContext({ browserContext }, show) {
    const ofContext = loadings.get(browserContext() ?? Object.create(null)) ?? new Set();
    await Promise.all(
      [...ofContext].map(async (loading) => {
        const { url, name, at, bytes } = loading;
        show({ where: { part: 'name of a file', url }, at, body: name });
        const body = (await withinTime(bytes, patience)) ?? `it had not ended after ${patience / 1000} s`;
        const where = { part: 'file', url };
        if (typeof body !== 'string') return show({ where, at, body });
        show({
          where,
          at,
          body: { unreadable: `a file was downloaded, and its bytes could not be had: ${body}` },
        });
      }),
    );
  },
};

/** The bytes, or why there are none. */
const bytesOf = async (file: Download): Promise<Uint8Array | string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await file.createReadStream()) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size > largest) return `it is larger than ${largest / 1e6} MB`;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Playwright's messages name the file's place on this machine only behind the first sentence. */
const whyOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : 'unknown error';
