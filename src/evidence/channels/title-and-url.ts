import type { Channel } from '../channel';
import { hearHooks, prepareHooks } from '../hooked';
import { asList } from '../list';
import { placeOf } from '../place';

/** What the tab and the address bar say, and what the history remembers. */
export const titleAndUrl: Channel = {
  name: 'title-and-url',
  sees: 'titles and addresses of pages whenever they change, all entries of the history, every state that a script gives to one, the name of the window',
  blindTo: 'a title that is replaced within milliseconds (see shown-text)',
  plant: 'document.title = value;',
  prepare: prepareHooks,
  watch(target, show) {
    hearHooks(target, 'title-and-url', show);
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
    const { result } = await target.send('Runtime.evaluate', { expression: kept, returnByValue: true });
    const [state, name] = asList(result.value);
    const where = { url: placeOf(target.url()) };
    for (const [part, body] of Object.entries({ 'history state': state, 'window name': name }))
      if (typeof body === 'string') show({ where: { part, ...where }, at: Date.now(), body });
  },
};

/** Runs in the page. */
const kept = `(() => { try { return [history.state === null ? '' : JSON.stringify(history.state), String(name)] } catch { return [] } })()`;
