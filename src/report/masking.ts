import { createMask } from '../oracle/mask';
import type { Literal } from './literals';
import { maskTokenShapes, type Mask } from './token-shapes';
import { readTokens, tokensSize } from './tokens';

/**
 * A mask of these literals, of the tokens that workers were handed (also of those that they get later), and of all
 * that looks like a credential.
 */
export function createRunMask(literals: readonly Literal[]): Mask {
  let size = -1;
  let maskLiterals: Mask = (text) => text;
  return (text) => {
    const now = tokensSize();
    if (now !== size) {
      maskLiterals = createMask([...literals, ...readTokens()]);
      size = now;
    }
    return maskTokenShapes(maskLiterals(text));
  };
}
