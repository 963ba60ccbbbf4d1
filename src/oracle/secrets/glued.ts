import { copyInto, createWeave, woven, type Derived } from '../text';

/** `'abc' + "def"`, `'abc', 'def'` in an array that is joined, `'abc'.concat('def')`, literals over lines. */
const seams = /(["'`])\s*(?:\+|,|\.concat\()\s*(?=["'`])/g;

/** Reads string literals that a script puts together as one; `null` when there are none. */
export function glued(text: string): Derived | null {
  const weave = createWeave();
  let done = 0;
  for (const match of text.matchAll(seams)) {
    const quote = match.index + match[0].length;
    if (match.index < done) continue;
    copyInto(weave, text, done, match.index);
    done = quote + 1;
  }
  if (done === 0) return null;
  copyInto(weave, text, done, text.length);
  return woven(weave);
}
