import type { Channel } from '../channel';
import { evaluateApart } from '../evaluate-apart';
import { keptThings, showKept } from '../kept-things';

/** What pages keep in the origin's private file system (OPFS). */
export const fileSystem: Channel = {
  name: 'file-system',
  sees: 'names and bytes of all files in the private file system of every open frame, when the evidence is settled',
  blindTo:
    'files that are deleted before then, files of origins of which no page is open any more; files over 8 MB, and what is beyond 16 MB or 1,000 files, are told of as unreadable',
  plant: `const file = await (await navigator.storage.getDirectory()).getFileHandle('planted', { create: true });
    const writing = await file.createWritable(); await writing.write(value); await writing.close();`,
  async read(target, show, stores) {
    for (const store of await stores()) {
      if (!store.mayHold('file_systems')) continue;
      const kept = keptThings(await evaluateApart(target, store, reading));
      showKept(kept, { part: 'file', url: store.origin }, show);
    }
  },
};

/** Runs in the page. */
const reading = `(async () => {
  let left = 16_000_000;
  const kept = [];
  const dataOf = (file) => new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
  const readFolder = async (folder, path) => {
    for await (const [inner, entry] of folder.entries()) {
      const name = path + inner;
      if (entry.kind === 'directory') { await readFolder(entry, name + '/'); continue; }
      const file = await entry.getFile();
      left -= file.size;
      kept.push({ name, text: name });
      if (file.size > 8_000_000 || left < 0 || kept.length > 2000) kept.push({ name, over: true });
      else kept.push({ name, data: await dataOf(file) });
    }
  };
  // A frame of another site may be refused it: then it keeps nothing there.
  const root = await navigator.storage.getDirectory().catch((error) => { if (error.name !== 'SecurityError') throw error; });
  if (root) await readFolder(root, '');
  return kept;
})()`;
