import type { Channel } from '../channel';
import { placeOf } from '../place';

/** What the tab and the address bar say, and what the history remembers. */
export const titleAndUrl: Channel = {
  name: 'title-and-url',
  sees: 'titles and addresses of pages whenever they change, all entries of the history with the last one’s state',
  blindTo:
    'a title that is replaced within milliseconds (see shown-text), the state of earlier history entries',
  plant: 'document.title = value;',
  watch(target, show) {
    if (target.type !== 'page') return;
    target.on('Target.targetInfoChanged', ({ targetInfo: { title, url } }) => {
      const where = { url: placeOf(url) };
      if (title !== '') show({ where: { part: 'title', ...where }, at: Date.now(), body: title });
      show({ where: { part: 'address', ...where }, at: Date.now(), body: url });
    });
  },
  async read(target, show) {
    if (target.type !== 'page') return;
    const { entries } = await target.send('Page.getNavigationHistory');
    for (const { url, title } of entries) {
      const where = { url: placeOf(url) };
      if (title !== '') show({ where: { part: 'title', ...where }, at: Date.now(), body: title });
      show({ where: { part: 'address', ...where }, at: Date.now(), body: url });
    }
    const { result } = await target.send('Runtime.evaluate', {
      expression: historyState,
      returnByValue: true,
    });
    if (typeof result.value !== 'string' || result.value === 'null') return;
    show({
      where: { part: 'history state', url: placeOf(target.url()) },
      at: Date.now(),
      body: result.value,
    });
  },
};

/** Runs in the page. */
const historyState = `(() => { try { return JSON.stringify(history.state) ?? '' } catch { return '' } })()`;
