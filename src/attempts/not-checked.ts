import type { Obstacle } from '../words';
import type { FactsSoFar } from './facts';

/** Something could not be checked. The test fails by it, and the report says `unknown`, never `leaked` and never `held`. */
export function notChecked(facts: FactsSoFar, obstacle: Obstacle): Error {
  facts.unknown(obstacle);
  return new Error(`unknown: ${obstacle.detail}`);
}
