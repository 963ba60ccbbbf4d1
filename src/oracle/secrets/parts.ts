import { unescape } from '../views/unescape';
import type { Derived } from '../text';
import { glued } from './glued';

/** One reading of a body in which secrets are looked for. */
export interface Part extends Derived {
  readonly disguise: readonly string[];
  /** JSON path of what it was taken from, in a source map. */
  readonly path?: string;
}

const longestMap = 48_000_000;

/** A body as it is, unescaped, with its literals glued, and every source in it that is a source map. */
export function partsOf(text: string): readonly Part[] {
  const whole = readings({ text, from: (offset) => offset, disguise: [] });
  return [...sourcesOf(text), ...whole, ...inlineMaps(text)];
}

function readings(part: Part): readonly Part[] {
  const plain = unescape.read(part.text);
  const unescaped = plain === null ? [] : [after(part, plain, 'escaped')];
  return [part, ...unescaped].flatMap((one) => {
    const whole = glued(one.text);
    return whole === null ? [one] : [one, after(one, whole, 'split')];
  });
}

function after(part: Part, derived: Derived, name: string): Part {
  return {
    ...part,
    text: derived.text,
    from: (offset) => part.from(derived.from(offset)),
    disguise: [...part.disguise, name],
  };
}

/** Sources of a source map, which is JSON with `sourcesContent`. */
function sourcesOf(text: string): readonly Part[] {
  if (
    text.length > longestMap ||
    !/^\s*(?:\)\]\}'[^\n]*\n)?\s*\{/.test(text) ||
    !text.includes('"sourcesContent"')
  )
    return [];
  const map = parsed(text.slice(text.indexOf('{')));
  return sourceLists(map).flatMap(({ sources, path }) =>
    sources.flatMap((source, index) =>
      typeof source === 'string'
        ? readings({
            text: source,
            from: () => 0,
            disguise: ['source map'],
            path: `${path}sourcesContent[${index}]`,
          })
        : [],
    ),
  );
}

interface SourceList {
  readonly sources: readonly unknown[];
  readonly path: string;
}

/** A map has its sources at the top, one made of sections has them in each section's map. */
function sourceLists(map: unknown): readonly SourceList[] {
  if (!isObject(map)) return [];
  const own = Array.isArray(map['sourcesContent']) ? [{ sources: map['sourcesContent'], path: '$.' }] : [];
  const sections: readonly unknown[] = Array.isArray(map['sections']) ? map['sections'] : [];
  const nested = sections.flatMap((section, index) => {
    const inner =
      isObject(section) && isObject(section['map']) ? section['map']['sourcesContent'] : undefined;
    return Array.isArray(inner) ? [{ sources: inner, path: `$.sections[${index}].map.` }] : [];
  });
  return [...own, ...nested];
}

const inlineMap = /data:application\/json;(?:charset=[\w-]+;)?base64,([A-Za-z0-9+/=]{20,})/g;

/** Maps that a script carries at its end. */
function inlineMaps(text: string): readonly Part[] {
  return Array.from(text.matchAll(inlineMap)).flatMap((match) => {
    const map = Buffer.from(match[1] ?? '', 'base64').toString();
    return sourcesOf(map).map((part) => ({ ...part, from: () => match.index }));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
