import type { Channel, Sight } from '../channel';
import { placeOf } from '../place';
import { changesOf } from '../shown-log';
import type { Target } from '../target';

/** A page as it was last printed, and how often it had changed by then. */
interface Print {
  readonly changes: string | undefined;
  readonly sight: Sight;
}

const prints = new WeakMap<Target, Print>();

/**
 * Pages as they come out on paper. Only those are printed that make something ready for it: of all others, the paper
 * shows nothing that is not seen in the document and its style sheets, hidden or not.
 */
export const printed: Channel = {
  name: 'printed',
  sees: 'text of a page as it is printed, when the evidence is settled, where a script of the page waits for being printed',
  blindTo:
    'what only a frame, or a script that looks for a change of the medium, makes ready; a print of more than 20 MB is told of as unreadable',
  plant: "addEventListener('beforeprint', () => { document.title = value; });",
  async read(target, show) {
    if (target.type !== 'page' || !(await waitsForPaper(target))) return;
    const last = prints.get(target);
    const isSame = last?.changes !== undefined && last.changes === (await changesOf(target));
    const print = isSame ? last : await printOf(target);
    prints.set(target, print);
    show(print.sight, target.id);
  },
};

/** Asked with the tools of the browser's console: the page neither sees nor feels it. They tell nothing of its frames. */
const waitsForPaper = async (target: Target): Promise<boolean> => {
  const { result } = await target.send('Runtime.evaluate', {
    expression: "['beforeprint', 'afterprint'].some((kind) => kind in getEventListeners(window))",
    includeCommandLineAPI: true,
    returnByValue: true,
  });
  return result.value === true;
};

/** Printing changes the page and changes it back: what counts is how often it had changed afterwards. */
const printOf = async (target: Target): Promise<Print> => {
  const at = Date.now();
  const { data } = await target.send('Page.printToPDF', {});
  const where = { part: 'printed page', url: placeOf(target.url()) };
  const sight = { where, at, type: 'application/pdf', body: Buffer.from(data, 'base64') };
  return { changes: await changesOf(target), sight };
};
