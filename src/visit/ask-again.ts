import type { Politeness } from '../product/politeness';

/** Whether the evidence may ask an address once more: only on hosts of the config, and in turn with everything else. */
export function askingAgain(politeness: Politeness): (url: URL) => Promise<boolean> {
  return async (url) => {
    try {
      politeness.allow(url);
    } catch {
      return false;
    }
    return (await politeness.turn(url)) === undefined;
  };
}
