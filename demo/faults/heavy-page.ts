import { createHash } from 'node:crypto';
import type { Fault } from '../fault';
import { withMore, withRoutes } from '../pages/change';

/** A megabyte that no compression helps with, and half a second of work. */
function legacySlider(): string {
  const blocks = Array.from({ length: 24_000 }, (_, index) =>
    createHash('sha256').update(String(index)).digest('base64'),
  );
  return `const frames = '${blocks.join('')}';\nfor (const end = Date.now() + 500; Date.now() < end;) frames.indexOf('#');\n`;
}

/** The slider of the template that the site once had. */
export const heavyPage: Fault = {
  id: 'heavy-page',
  rootCause: 'gates',
  sentence: 'Every page waits for a megabyte of script before it shows anything.',
  change: (parts) => {
    const serving = withRoutes(parts, (app) => {
      app.get('/assets/slider.js', (c) => c.body(legacySlider(), 200, { 'content-type': 'text/javascript' }));
    });
    return withMore(serving, 'head', () => '<script src="/assets/slider.js"></script>');
  },
  caughtBy: ['speed'],
};
