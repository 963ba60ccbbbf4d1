import { readFileSync } from 'node:fs';
import type { Channel } from '../channel';
import { bindingName, createLog, type ShownLog } from '../shown-log';
import { hasDocument } from '../target';
import type { WatchedContext } from '../watched-context';

const script = readFileSync(new URL('../page-script.js', import.meta.url), 'utf8');

const logs = new WeakMap<WatchedContext, ShownLog>();

/** A log of every text that a document ever held, also one that was replaced within the same frame. */
export const shownText: Channel = {
  name: 'shown-text',
  sees: 'every text, attribute and title, and every field that a script filled, every dialog, from when until when, in all documents and shadow roots, hidden or not, for however short a time',
  blindTo:
    'pages without scripts, closed shadow roots that stand in the HTML itself, the first instants of a popup, what a person types, the last 100 ms of a page that is killed, class names and drawn shapes, canvases; beyond 8 million characters or 50,000 texts of one document it says that it stopped',
  domains: ['Runtime'],
  plant: 'const node = document.body.appendChild(new Text(value)); node.data = "";',
  async prepare(context) {
    await context.addInitScript({ content: script });
  },
  watch(target) {
    if (!hasDocument(target)) return;
    const log = logs.get(target.context) ?? createLog();
    logs.set(target.context, log);
    target.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) log.take(payload, `${target.id} ${executionContextId}`);
    });
    const again = () =>
      void target.send('Runtime.evaluate', { expression: startAgain }).catch(() => undefined);
    if (target.isPopup) target.on('Target.targetInfoChanged', again);
    void target.send('Runtime.addBinding', { name: bindingName }).catch(() => undefined);
  },
  async readContext(context, show) {
    const popups = context.targets().filter(({ isPopup }) => isPopup);
    await Promise.allSettled(
      popups.map((target) => target.send('Runtime.evaluate', { expression: startAgain })),
    );
    logs.get(context)?.tell(show);
  },
};

/**
 * A popup of the same origin keeps its window when its first page replaces the empty one, and init scripts do not run
 * again: the script that is still there is told to look at the new document.
 */
const startAgain = `globalThis[Symbol.for('${bindingName}')]?.()`;
