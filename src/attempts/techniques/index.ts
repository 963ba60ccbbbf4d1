import { claimIdentity } from './claim-identity';
import { duplicateParameter } from './duplicate-parameter';
import { dropFilter } from './drop-filter';
import { forgeToken } from './forge-token';
import { graphql } from './graphql';
import { idShapes } from './id-shapes';
import { mixedParent } from './mixed-parent';
import { replay } from './replay';
import type { Technique } from './technique';
import { widenRows } from './widen-rows';

/** Everything that is tried with a read, in this order. */
export const techniques: readonly Technique[] = [
  replay,
  dropFilter,
  widenRows,
  idShapes,
  mixedParent,
  graphql,
  claimIdentity,
  duplicateParameter,
  forgeToken,
];
