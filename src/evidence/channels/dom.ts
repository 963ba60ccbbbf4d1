import type { Channel } from '../channel';
import { placeOf } from '../place';
import { hasDocument } from '../target';
import { readSnapshot } from '../snapshot';

/** The documents as they are when the evidence is settled. */
export const dom: Channel = {
  name: 'dom',
  sees: 'text, attributes, form values, comments and inline scripts of every page and iframe that is open, open and closed shadow roots, generated content, hidden parts',
  blindTo: 'pages that are gone by then (see shown-text), pictures, canvases, plug-ins',
  plant: 'document.body.append(value);',
  async read(target, show) {
    if (!hasDocument(target)) return;
    const snapshot = await target.send('DOMSnapshot.captureSnapshot', { computedStyles: ['display'] });
    const at = Date.now();
    for (const { part, url, scope, body, selectorAt } of readSnapshot(snapshot)) {
      const where = { part, url: placeOf(url), ...(scope === '' ? {} : { selector: scope }) };
      show({ where, at, body, selectorAt });
    }
  },
};
