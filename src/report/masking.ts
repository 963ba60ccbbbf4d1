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
  const grown = oncePerTurn(tokensSize);
  let size = -1;
  let maskTokens: Mask = (text) => text;
  return (text) => {
    const now = grown();
    if (now !== size) {
      maskTokens = createMask(readTokens());
      size = now;
    }
    return maskTokenShapes(maskLiterals(maskTokens(text)));
  };
}

/** A token is remembered before it is used: what has reached this process by now cannot hold one that comes later. */
function oncePerTurn(ask: () => number): () => number {
  let known: number | undefined;
  return () => {
    if (known === undefined) {
      known = ask();
      queueMicrotask(() => (known = undefined));
    }
    return known;
  };
}
