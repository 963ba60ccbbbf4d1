import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseFormValue: Fault = {
  id: 'disguise-form-value',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot fills a field with them that nobody sees.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const field = document.createElement('textarea');
  field.hidden = true;
  field.value = text;
  document.querySelector('#chat-panel').append(field);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: 'form values' },
};
