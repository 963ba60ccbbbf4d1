import { claimIdentity } from './claim-identity';
import { duplicateParameter } from './duplicate-parameter';
import { dropFilter } from './drop-filter';
import { forgeToken } from './forge-token';
import { replay } from './replay';
import type { Technique } from './technique';

/** Everything that is tried with a read, in this order. */
export const techniques: readonly Technique[] = [
  replay,
  dropFilter,
  claimIdentity,
  duplicateParameter,
  forgeToken,
];
