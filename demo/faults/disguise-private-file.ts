import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguisePrivateFile: Fault = {
  id: 'disguise-private-file',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot keeps them in a file that only the page can open.',
  change: (parts) =>
    listingInThePage(
      parts,
      `(async () => {
    const folder = await navigator.storage.getDirectory();
    const writing = await (await folder.getFileHandle('last-answer', { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  })();`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'file-system' },
};
