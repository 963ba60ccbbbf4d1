import type { Hint, Where } from '../words';
import { type HintGroup, mostPlaces } from './acceptance-schema';
import type { Of } from './gathered';

/** Puts together what was seen at one place by one viewer: a list of people is one thing to look at. */
export function groupHints(hints: readonly Of<Hint>[]): readonly HintGroup[] {
  const groups = new Map<string, { readonly first: Of<Hint>; readonly fingerprints: Set<string> }>();
  for (const hint of hints) {
    const { viewer, channel, where } = hint.it;
    const name = JSON.stringify([viewer, channel, placeOf(where)]);
    const group = groups.get(name) ?? { first: hint, fingerprints: new Set() };
    group.fingerprints.add(hint.it.fingerprint);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ first: { it, seeAgain }, fingerprints }) => ({
    kind: it.kind,
    viewer: it.viewer,
    channel: it.channel,
    where: placeOf(it.where),
    fingerprints: [...fingerprints].slice(0, mostPlaces),
    names: fingerprints.size,
    seeAgain,
  }));
}

/** The offset tells one name of a list from the next, as an index does. */
function placeOf({ part, url, selector, path }: Where): Where {
  return {
    part,
    ...(url === undefined ? {} : { url }),
    ...(selector === undefined ? {} : { selector }),
    ...(path === undefined ? {} : { path: path.replace(/\[\d+\]/g, '[]') }),
  };
}
