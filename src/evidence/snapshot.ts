import { lastNotAfter } from './last-not-after';
import type { Result } from './protocol';
import { selectorsOf, type SelectorOf } from './selectors';

type Snapshot = Result<'DOMSnapshot.captureSnapshot'>;
type Document = Snapshot['documents'][number];

/** One kind of text of one document or shadow root, put together as a reader would read it. */
export interface Passage {
  /** `text`, `attribute title`, `form values`, `comments`, `scripts and styles`. */
  readonly part: string;
  readonly url: string;
  /** Where the shadow root or the iframe is; empty for the page's own document. */
  readonly scope: string;
  readonly body: string;
  readonly selectorAt: (offset: number) => string | undefined;
}

/** Takes a snapshot of a target's documents apart. */
export const readSnapshot = ({ documents, strings }: Snapshot): readonly Passage[] => {
  const text = (index: number | undefined): string => (index === undefined ? '' : (strings[index] ?? ''));
  const places = new Map<number, string>();
  return documents.flatMap((document, index) => {
    const selectors = selectorsOf(document, text, places.get(index) ?? '');
    for (const [owner, inner] of pairs(document.nodes.contentDocumentIndex)) {
      places.set(inner, `${selectors.of(owner)} »`);
    }
    return passagesOf(document, text, selectors);
  });
};

const elementNode = 1;
const textNode = 3;
const commentNode = 8;

/** Elements that do not break a line where no layout says otherwise (they are hidden). */
const inline = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SLOT SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);

const passagesOf = (
  document: Document,
  text: (index: number | undefined) => string,
  { of, scopeOf }: SelectorOf,
): readonly Passage[] => {
  const { nodes, layout } = document;
  const { parentIndex = [], nodeType = [], nodeName = [], nodeValue = [], attributes = [] } = nodes;
  const url = text(document.documentURL);
  const writers = new Map<string, Writer>();
  const writer = (node: number, part: string): Writer => {
    const scope = scopeOf(node);
    const name = `${part}\0${scope}`;
    const known = writers.get(name) ?? createWriter(part, scope);
    writers.set(name, known);
    return known;
  };

  const displays = displaysOf(layout, text);
  const generated = generatedText(layout, nodeType, text);
  const blocks: number[] = [];
  let line = 0;

  for (let node = 0; node < nodeType.length; node++) {
    const parent = parentIndex[node] ?? -1;
    const tag = text(nodeName[node]);
    blocks[node] = isInline(displays.get(node), tag, nodeType[node]) ? (blocks[parent] ?? node) : node;
    if (tag === 'BR' || tag === 'HR') line++;
    const block = `${blocks[node]} ${line}`;
    if (nodeType[node] === textNode) {
      const within = text(nodeName[parent]).toUpperCase();
      const part = within === 'SCRIPT' || within === 'STYLE' ? 'scripts and styles' : 'text';
      writer(node, part).write(text(nodeValue[node]), block, node);
    } else if (nodeType[node] === commentNode) {
      writer(node, 'comments').write(text(nodeValue[node]), `${node}`, node);
    } else if (nodeType[node] === elementNode) {
      const list = attributes[node] ?? [];
      for (let i = 0; i + 1 < list.length; i += 2) {
        writer(node, `attribute ${text(list[i])}`).write(text(list[i + 1]), `${node}`, node);
      }
    }
    const made = generated.get(node);
    if (made !== undefined) writer(node, 'text').write(made, block, node);
  }
  for (const values of [nodes.inputValue, nodes.textValue]) {
    for (const [node, value] of pairs(values))
      writer(node, 'form values').write(text(value), `${node}`, node);
  }
  return [...writers.values()].flatMap((one) => one.passage(url, of));
};

const displaysOf = (
  { nodeIndex, styles }: Document['layout'],
  text: (index: number | undefined) => string,
): ReadonlyMap<number, string> => {
  const displays = new Map<number, string>();
  for (const [i, node] of nodeIndex.entries()) {
    const display = text(styles[i]?.[0]);
    if (display !== '' && !displays.has(node)) displays.set(node, display);
  }
  return displays;
};

/** What style sheets put in (`::before`): text that is laid out and stands in no text node. */
const generatedText = (
  { nodeIndex, text: texts }: Document['layout'],
  types: readonly number[],
  text: (index: number | undefined) => string,
): ReadonlyMap<number, string> => {
  const generated = new Map<number, string>();
  for (const [i, node] of nodeIndex.entries()) {
    const made = text(texts[i]);
    if (made !== '' && types[node] !== textNode) generated.set(node, (generated.get(node) ?? '') + made);
  }
  return generated;
};

const isInline = (display: string | undefined, tag: string, type: number | undefined): boolean => {
  if (type === textNode) return true;
  if (type !== elementNode) return false;
  return display === undefined
    ? inline.has(tag.toUpperCase())
    : display === 'inline' || display === 'contents';
};

const pairs = (data: { readonly index: readonly number[]; readonly value: readonly number[] } | undefined) =>
  (data?.index ?? []).map((node, i): readonly [number, number] => [node, data?.value[i] ?? -1]);

interface Writer {
  write(text: string, block: string, node: number): void;
  passage(url: string, selectorOf: (node: number) => string): readonly Passage[];
}

/** Puts pieces of text into one: of the same block as they stand, of another one on a new line. */
const createWriter = (part: string, scope: string): Writer => {
  const pieces: string[] = [];
  const starts: number[] = [];
  const owners: number[] = [];
  const seen = new Set<string>();
  const isProse = part === 'text';
  let length = 0;
  let lastBlock = '';
  const push = (piece: string, node: number) => {
    starts.push(length);
    owners.push(node);
    pieces.push(piece);
    length += piece.length;
  };

  return {
    write(text, block, node) {
      const clean = isProse ? text.replace(/\s+/g, ' ') : text;
      const isNewLine = block !== lastBlock;
      if (clean === '' || (clean === ' ' && (isNewLine || length === 0))) return;
      if (!isProse && seen.has(clean)) return;
      if (!isProse) seen.add(clean);
      push(isNewLine && length > 0 ? `\n${clean}` : clean, node);
      lastBlock = block;
    },
    passage(url, selectorOf) {
      if (length === 0) return [];
      const selectorAt = (offset: number): string | undefined => {
        const node = owners[lastNotAfter(starts, offset)];
        return node === undefined ? undefined : selectorOf(node);
      };
      return [{ part, url, scope, body: pieces.join(''), selectorAt }];
    },
  };
};
