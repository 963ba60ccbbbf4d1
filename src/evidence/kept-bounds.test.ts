import { expect, test } from 'vitest';
import { setScene, type Scene, unreadable } from './visit-for-tests';

/* What pages keep and make without end: each channel reads up to its limit, and says that it stopped. */

let site: Scene['site'];
let watched: Scene['watched'];
setScene((scene) => ({ site, watched } = scene));

const tooMuch: readonly (readonly [channel: string, script: string])[] = [
  [
    'cache-storage',
    `const cache = await caches.open('many');
    for (let i = 0; i < 1_001; i++) await cache.put('/entry/' + i, new Response('entry ' + i));`,
  ],
  [
    'file-system',
    `const file = await (await navigator.storage.getDirectory()).getFileHandle('large', { create: true });
    const writing = await file.createWritable();
    await writing.write('x'.repeat(8_000_001));
    await writing.close();`,
  ],
  [
    'indexed-db',
    `await new Promise((done, fail) => {
      const opening = indexedDB.open('many');
      opening.onupgradeneeded = () => {
        const table = opening.result.createObjectStore('rows', { autoIncrement: true });
        for (let i = 0; i < 5_001; i++) table.add({ row: i });
      };
      opening.onsuccess = done;
      opening.onerror = fail;
    });`,
  ],
  [
    'indexed-db',
    `await new Promise((done, fail) => {
      const opening = indexedDB.open('large');
      opening.onupgradeneeded = () => {
        const file = new Blob(['x'.repeat(8_000_001)]);
        opening.result.createObjectStore('files', { autoIncrement: true }).add({ file });
      };
      opening.onsuccess = done;
      opening.onerror = fail;
    });`,
  ],
  ['blob-url', `URL.createObjectURL(new Blob(['x'.repeat(8_000_001)]));`],
  [
    'post-message',
    `for (let i = 0; i < 5_001; i++) postMessage({ message: i });
    await new Promise((done) => setTimeout(done, 500));`,
  ],
];

test.each(tooMuch)('too much in %s is told of', { timeout: 60_000 }, async (channel, script) => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  await page.goto(site.page('<p>start</p>'));
  await ledger.settle();
  expect(unreadable(ledger)).toEqual([]);
  await page.evaluate(`(async () => { ${script} })()`);
  await ledger.settle();
  expect(unreadable(ledger).map((exhibit) => exhibit.channel)).toContain(channel);
});
