import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseCanvas: Fault = {
  id: 'disguise-canvas',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot draws them as a picture.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const pen = document.createElement('canvas').getContext('2d');
  for (const [line, part] of text.split('\\n').entries()) pen.fillText(part, 4, 12 * (line + 1));`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'drawn-text' },
};
