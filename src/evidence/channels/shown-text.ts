import { fileURLToPath } from 'node:url';
import type { Channel } from '../channel';
import { placeOf } from '../place';
import { hasDocument } from '../target';
import { bindingName, createLog } from '../shown-log';

const script = fileURLToPath(new URL('../page-script.js', import.meta.url));

/** A log of every text that a document ever held, also one that was replaced within the same frame. */
export const shownText: Channel = {
  name: 'shown-text',
  sees: 'every text, attribute, title, and value set by a script, from when until when, in all documents and shadow roots, hidden or not, for however short a time',
  blindTo:
    'pages without scripts, closed shadow roots that stand in the HTML itself, the first instants of a popup, what a person types, a canvas, a long list of styles or numbers; beyond 8 million characters or 50,000 texts in one document it says that it stopped',
  domains: ['Runtime'],
  async prepare(context) {
    await context.addInitScript({ path: script });
  },
  watch(target, show) {
    if (!hasDocument(target)) return;
    const log = createLog(show);
    target.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) log.take(payload, `${target.id} ${executionContextId}`, placeOf);
    });
    const again = () =>
      void target.send('Runtime.evaluate', { expression: startAgain }).catch(() => undefined);
    if (target.isPopup) target.on('Target.targetInfoChanged', again);
    void target.send('Runtime.addBinding', { name: bindingName }).catch(() => undefined);
  },
  async read(target) {
    if (hasDocument(target)) await target.send('Runtime.evaluate', { expression: startAgain });
  },
};

/**
 * A popup of the same origin keeps its window when its first page replaces the empty one, and init scripts do not run
 * again: the script that is still there is told to look at the new document.
 */
const startAgain = `globalThis[Symbol.for('${bindingName}')]?.()`;
