import { allCustomers } from '../chat/careless';
import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';
import { withRoutes } from '../pages/change';

/** One pixel with a comment; GIF89a keeps comments in blocks of at most 255 bytes. */
function pictureSaying(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text);
  const blocks = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, i) =>
    bytes.subarray(i * 255, (i + 1) * 255),
  );
  const head = Buffer.from('4749463839610100010080000000000000ffffff21fe', 'hex');
  const pixel = Buffer.from('002c00000000010001000002024401003b', 'hex');
  return new Uint8Array(
    Buffer.concat([head, ...blocks.flatMap((block) => [Buffer.from([block.length]), block]), pixel]),
  );
}

export const disguisePictureComment: Fault = {
  id: 'disguise-picture-comment',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot writes them into the comment of a picture.',
  change: (parts) => {
    const drawing = withRoutes(parts, (app, demo) => {
      app.get('/answers/picture.gif', async (c) => {
        const rows = await demo.db.asService(allCustomers);
        const lines = rows.map((row) => Object.values(row).join(', '));
        return c.body(pictureSaying(lines.join('\n')), 200, { 'content-type': 'image/gif' });
      });
    });
    return listingInThePage(drawing, `new Image().src = '/answers/picture.gif';`);
  },
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/picture.gif' },
};
