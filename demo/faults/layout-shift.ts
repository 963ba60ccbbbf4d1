import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** Two announcements that arrive late and push everything down. */
export const layoutShift: Fault = {
  id: 'layout-shift',
  rootCause: 'gates',
  sentence: 'Announcements push the page down after it has been shown.',
  change: (parts) =>
    withFooterScript(
      parts,
      `for (const [text, delay] of [['Spring sale', 300], ['New: moonlight trips', 700]]) {
  setTimeout(() => {
    const bar = document.createElement('div');
    bar.style.cssText = 'height:340px;padding:40px;background:#f9d9b0;color:#16303c';
    bar.textContent = text;
    document.body.prepend(bar);
  }, delay);
}`,
    ),
  caughtBy: ['speed'],
};
