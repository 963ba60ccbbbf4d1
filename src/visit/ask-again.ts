import type { Preparing } from '../evidence/channel';
import type { Politeness } from '../product/politeness';

/** What the evidence may ask once more: only on hosts of the config, and in turn with everything else. */
export function askingAgain(politeness: Politeness): Preparing {
  return {
    isWithinReach(url) {
      try {
        politeness.allow(url);
        return true;
      } catch {
        return false;
      }
    },
    mayAskAgain: async (url) => (await politeness.turn(url)) === undefined,
  };
}
