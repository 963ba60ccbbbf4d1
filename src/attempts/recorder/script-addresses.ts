import type { Exhibit } from '../../words';

/** A path in quotes; `${…}` within it stands for what is put in there. */
const quoted = /(["'`])(\/(?:[\w\-.~:@/]|\$\{[^{}`]{1,60}\}){2,160})(?:\?[^"'`\s]{0,120})?\1/g;

/** A path of an API rather than of a page, a picture or a regular expression. */
const apiLike = /^\/(?:[\w-]+\/)?(?:api|rest|rpc|graphql|functions|trpc|ajax|wp-json|v\d{1,2})(?:\/|$)/;

/** Asking for it would do something. */
const notToAsk =
  /log-?out|sign-?out|delete|remove|cancel|unsubscribe|revoke|reset|verify|confirm|\.\w{2,4}$/i;

/** A path that a script names; `{…}` stands for what the script puts there. */
export interface ScriptAddress {
  readonly path: string;
  /** Nothing has to be put in, and asking for it changes nothing as far as its name tells. */
  readonly canBeAsked: boolean;
}

/** The API paths that stand as literals in the scripts (also those within pages) of what a visitor was shown. */
export function addressesInScripts(exhibits: readonly Exhibit[]): readonly ScriptAddress[] {
  const paths = new Set(exhibits.filter(isScript).flatMap(pathsIn));
  return [...paths].map((path) => ({ path, canBeAsked: !path.includes('{…}') && !notToAsk.test(path) }));
}

function isScript({ channel, type = '' }: Exhibit): boolean {
  return channel === 'response-body' && /javascript|ecmascript|html/.test(type);
}

function pathsIn({ body }: Exhibit): readonly string[] {
  const text =
    typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '';
  return [...text.matchAll(quoted)]
    .map(([, , path = '']) => withHoles(path))
    .filter((path) => apiLike.test(path));
}

/** A literal that ends in a slash is the beginning of a longer address. */
function withHoles(path: string): string {
  return path
    .replaceAll(/\$\{[^{}]*\}/g, '{…}')
    .replaceAll(/:[a-z]\w*/gi, '{…}')
    .replace(/\/$/, '/{…}');
}

/** Whether a path with holes is one that was seen: `/api/{…}s/{…}` is `/api/bookings/{id}`. */
export function isSameAs(path: string, shown: string): boolean {
  const parts = path.split('{…}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]+')}$`).test(shown.split('?')[0] ?? '');
}
