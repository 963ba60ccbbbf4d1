import { formsOf, type Literal } from './literal-forms';
import { createReplacer } from './replacer';

export { createSearch } from './written';

/** Signs of a session that must not be written anywhere, known or not: JWTs and bearer credentials. */
const tokens = /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|(?<=\bbearer(?:\s|%20|\+)+)[\w.~+/=-]{12,}/gi;

/**
 * Makes the function that takes known literals out of a text: raw, URL, JSON, HTML and base64 form of each become
 * `‹label›`, longest first. Tokens are masked as `‹token›` even if nobody named them.
 */
export function createMask(literals: readonly Literal[]): (text: string) => string {
  const replace = createReplacer(formsOf(literals));
  return (text) => replace(text).replace(tokens, '‹token›');
}
