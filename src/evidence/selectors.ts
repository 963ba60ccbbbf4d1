import type { Result } from './protocol';

type Document = Result<'DOMSnapshot.captureSnapshot'>['documents'][number];

export interface SelectorOf {
  /** A path by which a person finds the node: `main > ul > li:nth-of-type(2)`, `chat-widget::shadow p`. */
  of(node: number): string;
  /** The shadow root that the node is in, or the document when it is in none: as a path. */
  scopeOf(node: number): string;
}

const elementNode = 1;
const deepest = 8;

/** An id that somebody wrote, rather than one that holds a number or a name of a record. */
const spoken = /^[a-z][a-z-]{1,23}$/i;

/** Paths of a snapshot's nodes. `outside` is the path of the iframe that the document is in. */
export const selectorsOf = (
  { nodes }: Document,
  text: (index: number | undefined) => string,
  outside: string,
): SelectorOf => {
  const { parentIndex = [], nodeType = [], nodeName = [], attributes = [] } = nodes;
  const inShadow = new Set(nodes.shadowRootType?.index);
  /** A snapshot has no shadow roots, only nodes that are in one: nested roots count as one. */
  const hosts: number[] = [];
  const scopes = new Map<number, string>();
  for (let node = 0; node < parentIndex.length; node++) {
    const parent = parentIndex[node] ?? -1;
    hosts[node] = !inShadow.has(node) ? -1 : inShadow.has(parent) ? (hosts[parent] ?? -1) : parent;
  }

  const idOf = (node: number): string => {
    const list = attributes[node] ?? [];
    for (let i = 0; i + 1 < list.length; i += 2) if (text(list[i]) === 'id') return text(list[i + 1]);
    return '';
  };
  const step = (node: number): string => {
    const tag = text(nodeName[node]).toLowerCase();
    const id = idOf(node);
    if (spoken.test(id)) return `${tag}#${id}`;
    let before = 0;
    let all = 0;
    for (let other = 0; other < parentIndex.length; other++) {
      if (parentIndex[other] !== parentIndex[node] || nodeName[other] !== nodeName[node]) continue;
      all++;
      if (other <= node) before++;
    }
    return all > 1 ? `${tag}:nth-of-type(${before})` : tag;
  };
  const path = (node: number): string => {
    const steps: string[] = [];
    for (let at = node; at >= 0 && steps.length < deepest; at = parentIndex[at] ?? -1) {
      const next = nodeType[at] === elementNode ? step(at) : '';
      if (next !== '') steps.unshift(next);
      if (next.includes('#') || (inShadow.has(at) && parentIndex[at] === hosts[at])) break;
    }
    return steps.filter((one) => one !== 'html' && one !== 'body').join(' > ') || 'body';
  };
  const scopeOf = (node: number): string => {
    const host = hosts[node] ?? -1;
    if (host < 0) return outside;
    const known = scopes.get(host);
    if (known !== undefined) return known;
    const scope = [outside, `${path(host)}::shadow`].filter(Boolean).join(' ');
    scopes.set(host, scope);
    return scope;
  };
  const of = (node: number): string => [scopeOf(node), path(node)].filter(Boolean).join(' ');
  return { of, scopeOf };
};
