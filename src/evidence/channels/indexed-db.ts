import type { Channel } from '../channel';
import { evaluateApart } from '../evaluate-apart';
import { inFull } from '../in-full';
import { keptThings, showKept } from '../kept-things';

/** What pages keep in databases of their own: sessions of Firebase, offline copies, transcripts of widgets. */
export const indexedDb: Channel = {
  name: 'indexed-db',
  sees: 'every entry of every database that an open frame may read, with its key, when the evidence is settled; files in it as text',
  blindTo:
    'entries that are deleted before then, databases of origins of which no page is open any more; beyond 8 million characters or 5,000 entries of a table it says that it stopped',
  plant: `await new Promise((done, fail) => {
      const opening = indexedDB.open('planted');
      opening.onupgradeneeded = () => opening.result.createObjectStore('planted').put({ deep: [value] }, 'key');
      opening.onsuccess = done; opening.onerror = fail;
    });`,
  async read(target, show, stores) {
    for (const store of await stores()) {
      if (!store.mayHold('indexeddb')) continue;
      const kept = keptThings(await evaluateApart(target, store, reading));
      showKept(kept, { part: 'database', url: store.origin }, show);
    }
  },
};

/** Runs in the page. A database that is deleted meanwhile is not made again; nobody who upgrades one waits for this. */
const reading = `(async () => {
  ${inFull}
  const most = 5000;
  let left = 8_000_000;
  const kept = [];
  const told = (asked) => new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
    setTimeout(() => fail(new Error('no answer')), 5000);
  });
  // A frame of another site may be refused it: then it keeps nothing there.
  const refused = (error) => { if (error.name !== 'SecurityError' && !/denied/.test(error.message)) throw error; return []; };
  const textOf = async (name, key, value) => {
    const all = [value, ...Object.values(value ?? {})].filter((one) => one instanceof Blob);
    const files = all.filter(({ size }) => size < left);
    if (files.length < all.length) kept.push({ name, over: true });
    return [inFull.call([key, value]), ...(await Promise.all(files.map((file) => file.text())))].join('\\n');
  };
  const readTable = async (database, name) => {
    const table = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([told(table.getAllKeys(null, most)), told(table.getAll(null, most))]);
    const texts = [];
    for (const [i, value] of values.entries()) {
      if (left <= 0) break;
      texts.push(await textOf(database.name + ' » ' + name, keys[i], value));
      left -= texts.at(-1).length;
    }
    if (texts.length < values.length || values.length === most) kept.push({ name: database.name + ' » ' + name, over: true });
    kept.push({ name: database.name + ' » ' + name, text: texts.join('\\n') });
  };
  for (const { name } of await indexedDB.databases().catch(refused)) {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction.abort();
    const database = await told(opening).catch((error) => { if (error.name !== 'AbortError') throw error; });
    if (!database) continue;
    database.onversionchange = () => database.close();
    kept.push({ name, text: name });
    for (const table of database.objectStoreNames) await readTable(database, table);
    database.close();
  }
  return kept;
})()`;
