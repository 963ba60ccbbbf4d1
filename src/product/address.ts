import { createLately } from '../lately';

const known = createLately<string, URL>(4_000);

/** Where a path of the site, or a whole URL, leads. Everybody who tries a request asks for it, so it is read once. */
export function addressOf(path: string, site: string): URL {
  const name = `${site}\n${path}`;
  const before = known.get(name);
  if (before) return before;
  const url = new URL(path, site);
  known.set(name, url);
  return url;
}
