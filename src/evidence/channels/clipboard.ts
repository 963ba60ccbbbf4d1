import { hookedChannel } from '../hooked';
import { changesOf } from '../shown-log';
import type { Target } from '../target';

/** What a page puts on the clipboard, or gives to whoever copies or drags from it. */
export const clipboard = hookedChannel({
  name: 'clipboard',
  sees: 'texts and files that scripts write to the clipboard or put into a copy or drag, text that a person copies; what a page gives to somebody who copies is tried when the evidence is settled',
  blindTo: 'what was on the clipboard before the visit, pages that only give to who has selected something',
  plant: "addEventListener('copy', (event) => event.clipboardData?.setData('text/plain', value));",
  async read(target) {
    const changes = await changesOf(target);
    if (changes !== undefined && tried.get(target) === changes) return;
    await target.send('Runtime.evaluate', { expression: copying });
    tried.set(target, await changesOf(target));
  },
});

/** How often the documents of a target had changed when somebody had last copied from them: pages may count copies. */
const tried = new WeakMap<Target, string | undefined>();

/** Runs in the page. Nothing gets on the clipboard: only the page's own scripts hear of it. */
const copying = `(() => {
  const copy = (view) => {
    try {
      const given = { clipboardData: new view.DataTransfer(), bubbles: true, cancelable: true, composed: true };
      (view.document.activeElement ?? view.document).dispatchEvent(new view.ClipboardEvent('copy', given));
      for (let i = 0; i < view.length; i++) copy(view[i]);
    } catch {} // A frame of another site is asked by itself.
  };
  copy(window);
})()`;
