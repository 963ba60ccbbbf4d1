import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseDownload: Fault = {
  id: 'disguise-download',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot hands them out as a file.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = 'list.csv';
  link.click();`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'download' },
};
