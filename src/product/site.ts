import { configError, configFile } from './config-error';
import { siteVariable } from './schema';

/**
 * Origin of the site: the variable `SITE_URL` (set by a person, or by Playwright from what the started product
 * printed), else what the config says.
 *
 * @throws {ConfigError} when there is neither, or when it is no http address
 */
export function resolveSite(
  config: { readonly site?: string | undefined; readonly serve?: unknown },
  env: Readonly<Record<string, string | undefined>>,
): string {
  const address = env[siteVariable] || config.site;
  if (address === undefined) {
    throw configError(configFile(), [
      {
        at: 'site',
        seen: `no address is known: ${siteVariable} is not set`,
        next: config.serve
          ? 'the suite starts the product itself under `npm start` and `npx playwright test`; elsewhere set it'
          : 'set it in .env, e.g. https://staging.example.com',
      },
    ]);
  }
  const known = origins.get(address);
  if (known !== undefined) return known;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw configError('.env', [
      { at: siteVariable, seen: 'is not an http address', next: 'write it like https://staging.example.com' },
    ]);
  }
  const { origin } = new URL(address);
  origins.set(address, origin);
  return origin;
}

/** By address: it is asked for with every request, and is the same all the time. */
const origins = new Map<string, string>();
