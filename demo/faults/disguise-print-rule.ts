import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

/** A style sheet that no server sent and no element holds, for paper only. */
export const disguisePrintRule: Fault = {
  id: 'disguise-print-rule',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot makes a rule that writes them under the page in print.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const sheet = new CSSStyleSheet();
  sheet.insertRule('@media print { body::after { content: ' + JSON.stringify(text.replaceAll('\\n', '; ')) + ' } }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'style-rules' },
};
