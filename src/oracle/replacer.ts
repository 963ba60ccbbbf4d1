import type { LiteralForm } from './literal-forms';

/** Replaces every form by `‹label›`; tells each one that it met, if asked. */
export type Replace = (text: string, onMatch?: (form: LiteralForm) => void) => string;

/** No form is shorter. */
const prefix = 4;
const bits = 16;

interface Branch {
  readonly next: Map<number, Branch>;
  /** Forms that end here; they differ in case only. */
  readonly ends: LiteralForm[];
}

/**
 * One pass over the text for any number of forms: a filter over four characters turns nearly every place away, a tree
 * of the forms (case folded) finds the longest one that stands at the others.
 */
export function createReplacer(forms: readonly LiteralForm[]): Replace {
  const root = newBranch();
  const filter = new Uint8Array(1 << bits);
  for (const form of forms) {
    if (form.text.length < prefix) continue;
    filter[hashAt(form.text, 0)] = 1;
    plant(root, form);
  }
  return (text, onMatch) => {
    const pieces: string[] = [];
    let done = 0;
    for (let index = 0; index + prefix <= text.length; index++) {
      if (filter[hashAt(text, index)] === 0) continue;
      const found = longestAt(root, text, index);
      if (found === null) continue;
      onMatch?.(found);
      pieces.push(text.slice(done, index), `‹${found.label}›`);
      index += found.text.length - 1;
      done = index + 1;
    }
    return done === 0 ? text : pieces.join('') + text.slice(done);
  };
}

function newBranch(): Branch {
  return { next: new Map(), ends: [] };
}

function plant(root: Branch, form: LiteralForm): void {
  let branch = root;
  for (let index = 0; index < form.text.length; index++) {
    const code = folded(form.text.charCodeAt(index));
    const next = branch.next.get(code) ?? newBranch();
    branch.next.set(code, next);
    branch = next;
  }
  branch.ends.push(form);
}

function longestAt(root: Branch, text: string, start: number): LiteralForm | null {
  let longest: LiteralForm | null = null;
  let branch: Branch | undefined = root;
  for (let index = start; index < text.length; index++) {
    branch = branch.next.get(folded(text.charCodeAt(index)));
    if (branch === undefined) break;
    if (branch.ends.length === 0) continue;
    longest = branch.ends.find((form) => isCaseless(form) || text.startsWith(form.text, start)) ?? longest;
  }
  return longest;
}

/** Case of base64 letters matters, and that of an email address (or anything with a percent code) does not. */
function isCaseless({ form, text }: LiteralForm): boolean {
  return form !== 'base64' && (/@|%40|&commat;/i.test(text) || /%[0-9a-f]{2}/i.test(text));
}

/** Small letter of a capital one, as far as that is one character. */
function folded(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const small = String.fromCharCode(code).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : code;
}

function hashAt(text: string, index: number): number {
  const first = folded(text.charCodeAt(index));
  const second = folded(text.charCodeAt(index + 1));
  const third = folded(text.charCodeAt(index + 2));
  const fourth = folded(text.charCodeAt(index + 3));
  return (first * 0x1f35 + second * 0x4a1 + third * 0x83 + fourth * 7) & ((1 << bits) - 1);
}
