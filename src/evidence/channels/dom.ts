import type { Channel, Sight } from '../channel';
import { placeOf } from '../place';
import type { Result } from '../protocol';
import { changesOf } from '../shown-log';
import { hasDocument, type Target } from '../target';
import { readSnapshot } from '../snapshot';

type Snapshot = Result<'DOMSnapshot.captureSnapshot'>;

/** What a target's documents held when they were last read, and how often they had changed by then. */
interface Reading {
  readonly changes: string;
  readonly sights: readonly Sight[];
}

const readings = new WeakMap<Target, Reading>();

/** The documents as they are when the evidence is settled. */
export const dom: Channel = {
  name: 'dom',
  sees: 'text, attributes, form values, comments and inline scripts of every page and iframe that is open, open and closed shadow roots, generated content, hidden parts',
  blindTo:
    'pages that are gone by then (see shown-text), pictures, canvases (see drawn-text), plug-ins, what a script’s style rules change in a document that otherwise stays as it was (see style-rules)',
  plant: 'document.body.append(value);',
  async read(target, show) {
    if (!hasDocument(target)) return;
    const changes = await changesOf(target);
    const last = readings.get(target);
    const sights =
      changes !== undefined && last?.changes === changes ? last.sights : await read(target, changes);
    for (const sight of sights) show(sight);
  },
};

/** A snapshot costs the more the larger the page is: it is taken when something has changed. */
const read = async (target: Target, changes: string | undefined): Promise<readonly Sight[]> => {
  const snapshot = await target.send('DOMSnapshot.captureSnapshot', { computedStyles: ['display'] });
  const at = Date.now();
  const sights = readSnapshot(snapshot).map(({ part, url, scope, body, selectorAt }) => {
    const where = { part, url: placeOf(url), ...(scope === '' ? {} : { selector: scope }) };
    return { where, at, body, selectorAt };
  });
  if (changes !== undefined && !hasClosedRoots(snapshot)) readings.set(target, { changes, sights });
  return sights;
};

/** Those that scripts make are opened (see page-script.js): these stand in the HTML, and nobody counts their changes. */
const hasClosedRoots = ({ documents, strings }: Snapshot): boolean =>
  documents.some(({ nodes }) => nodes.shadowRootType?.value.some((kind) => strings[kind] === 'closed'));
