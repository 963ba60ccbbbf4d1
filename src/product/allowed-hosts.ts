import { configError, configFile } from './config-error';
import { nearest } from './nearest';

/**
 * Stops what would be sent to somebody else.
 *
 * @param allowed hosts, with their port where they have one
 * @throws {ConfigError} when the URL's host is not among them
 */
export function assertAllowed(url: URL, allowed: readonly string[]): void {
  if (allowed.includes(url.host)) return;
  const guess = nearest(url.host, allowed);
  throw configError(configFile(), [
    {
      at: 'allowedHosts',
      seen: `${url.host} may not be sent anything; allowed: ${allowed.join(', ')}`,
      next:
        guess === undefined
          ? 'add it there if it is yours'
          : `did you mean ${guess}? Else add it there if it is yours`,
    },
  ]);
}
