import type { Derived } from '../text';
import { unescape } from '../views/unescape';

const mostLayers = 3;

/** A text with up to three layers of escapes undone. */
export function unescaped(page: Derived, layers = mostLayers): Derived {
  const plain = layers === 0 ? null : unescape.read(page.text);
  if (plain === null) return page;
  return unescaped({ text: plain.text, from: (offset) => page.from(plain.from(offset)) }, layers - 1);
}
