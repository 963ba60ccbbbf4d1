import { createMask } from '../oracle/mask';
import type { Literal } from './literals';
import { maskTokenShapes, type Mask } from './token-shapes';
import { readTokens, tokensSize } from './tokens';

/**
 * A mask of these literals, of the tokens that workers were handed (also of those that they get later), and of all
 * that looks like a credential. Tokens come first: the values that are written within them would else break them up.
 */
export function createRunMask(literals: readonly Literal[]): Mask {
  const maskLiterals = createMask(literals);
  let size = -1;
  let maskTokens: Mask = (text) => text;
  return (text) => {
    const now = tokensSize();
    if (now !== size) {
      maskTokens = createMask(readTokens());
      size = now;
    }
    return maskTokenShapes(maskLiterals(maskTokens(text)));
  };
}
