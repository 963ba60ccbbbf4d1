import { copyInto, createWeave, putInto, woven, type Derived } from './text';

/** A string, number or property name of a JSON text, by its place in that text (strings without their quotes). */
export interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly node: PathNode;
}

interface PathNode {
  readonly parent: PathNode | null;
  readonly step: string | number;
}

interface Container extends PathNode {
  readonly isArray: boolean;
  count: number;
  key: string;
}

const deepest = 2_000;

/**
 * Reads the leaves of a JSON text, also of one that is cut off or slightly wrong.
 * @returns `null` when it is no JSON, or nested deeper than 2,000
 */
export function jsonLeaves(text: string): readonly Leaf[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const leaves: Leaf[] = [];
  const open: Container[] = [];
  let depth = 0;
  const child = (): PathNode => {
    const top = open[depth - 1];
    if (top === undefined) return { parent: null, step: '$' };
    return { parent: top, step: top.isArray ? top.count : top.key };
  };
  const token = /[[\]{},]|"((?:[^"\\]|\\[^])*)"(\s*:)?|[-+.\w]+|[^\s:]/gy;
  token.lastIndex = /^\s*/.exec(text)?.[0].length ?? 0;
  for (;;) {
    skipBlanks(text, token);
    const match = token.exec(text);
    if (match === null) break;
    const [whole, string, colon] = match;
    const top = open[depth - 1];
    if (whole === '{' || whole === '[') {
      if (depth >= deepest) return null;
      const { parent, step } = child();
      open[depth++] = { parent, step, isArray: whole === '[', count: 0, key: '' };
    } else if (whole === '}' || whole === ']') depth = Math.max(0, depth - 1);
    else if (whole === ',') {
      if (top?.isArray === true) top.count++;
    } else if (colon !== undefined && top !== undefined && !top.isArray) top.key = string ?? '';
    else if (string !== undefined) {
      leaves.push({ start: match.index + 1, end: match.index + 1 + string.length, node: child() });
    } else leaves.push({ start: match.index, end: match.index + whole.length, node: child() });
  }
  return leaves;
}

function skipBlanks(text: string, token: RegExp): void {
  let index = token.lastIndex;
  for (;;) {
    const code = text.charCodeAt(index);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 58) break;
    index++;
  }
  token.lastIndex = index;
}

/** Whether a text that begins like JSON ends like it, too, and has no escapes but those of JSON. */
export function isWholeJson(text: string): boolean {
  return /[\]}]\s*$/.test(text.slice(-64)) && !/\\[^"\\/bfnrtu]/.test(text);
}

const jsonEscapes = /\\(?:u[0-9a-f]{4}|[^u])/gi;
const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What the strings of a JSON text say. `null` when it has no escapes. */
export function jsonUnescaped(text: string): Derived | null {
  if (!text.includes('\\')) return null;
  const weave = createWeave();
  let done = 0;
  for (const { 0: escaped, index } of text.matchAll(jsonEscapes)) {
    const letter = escaped[1] ?? '';
    copyInto(weave, text, done, index);
    putInto(
      weave,
      escaped.length > 2
        ? String.fromCharCode(Number.parseInt(escaped.slice(2), 16))
        : (signs[letter] ?? letter),
      index,
    );
    done = index + escaped.length;
  }
  copyInto(weave, text, done, text.length);
  return woven(weave);
}

/** `$.customers[3].email`. */
export function pathOf(leaf: Leaf): string {
  const steps: string[] = [];
  for (let node: PathNode | null = leaf.node; node !== null; node = node.parent) steps.push(stepOf(node));
  return steps.toReversed().join('');
}

function stepOf({ parent, step }: PathNode): string {
  if (parent === null) return '$';
  if (typeof step === 'number') return `[${step}]`;
  return /^[A-Za-z_$][\w$-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/** The object that a leaf is a property of, and the property's name. */
export function placeOf(leaf: Leaf): { readonly object: unknown; readonly name: string } {
  return { object: leaf.node.parent, name: String(leaf.node.step) };
}
