import type { CarriedAuth, CarriedId } from '../../words';
import type { KnownIds } from './known-ids';
import { withPlaceholders } from './shape';

type Headers = Readonly<Record<string, string>>;

/** How a request said who asks. */
export function authCarried(headers: Headers, withCookies: boolean): readonly CarriedAuth[] {
  const scheme = headers['authorization']?.split(' ')[0]?.toLowerCase();
  const keys = ['apikey', 'x-api-key', 'api-key'].some((name) => name in headers);
  const all: readonly (CarriedAuth | false)[] = [
    scheme === 'basic' && 'basic',
    scheme !== undefined && scheme !== 'basic' && 'bearer',
    withCookies && 'cookie',
    keys && 'api key',
  ];
  const carried = all.filter((auth) => auth !== false);
  return carried.length > 0 ? carried : ['none'];
}

/** Headers by which a session is known, or that the client makes by itself: whoever sends it again has its own. */
const ones =
  /^(?:authorization|cookie|apikey|host|connection|content-length|user-agent|referer|origin|accept-(?:encoding|language)|cache-control|pragma|if-.*|sec-.*|upgrade-.*|traceparent|tracestate)$|token|csrf|xsrf|session|secret|api-?key|auth/;

/** The headers that belong to the request and to nobody's session: media types, profiles, and ids that were named. */
export function headersToSend(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ones.test(name)));
}

/** Ids in headers whose owner is known. */
export function idsInHeaders(headers: Headers, ids: KnownIds): readonly CarriedId[] {
  const found: CarriedId[] = [];
  for (const [name, value] of Object.entries(headersToSend(headers)))
    withPlaceholders(value, ids, (known) => found.push({ in: 'header', name, ...known }));
  return found;
}

/** Ids in a JSON body whose owner is known, and what the body chooses between: an operation, a method, an action. */
export function readBody(
  body: string | undefined,
  ids: KnownIds,
): { readonly ids: readonly CarriedId[]; readonly chooses: string; readonly isQuery: boolean } {
  const found: CarriedId[] = [];
  const json = parsed(body ?? '');
  const field = (name: string) => {
    const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const document = field('query');
  const isGraphQl = /^\s*(?:query\b|mutation\b|subscription\b|\{)/.test(document);
  visit(json, '', (name, text) => {
    const within = isGraphQl && name.startsWith('variables') ? 'GraphQL variable' : 'body';
    withPlaceholders(text, ids, (known) => found.push({ in: within, name, ...known }));
  });
  const chooses = field('operationName') || (isGraphQl ? document : '') || field('method') || field('action');
  return { ids: found, chooses, isQuery: isGraphQl && !/^\s*(?:mutation|subscription)\b/.test(document) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function visit(value: unknown, name: string, tell: (name: string, text: string) => void): void {
  if (typeof value === 'string' || typeof value === 'number') return tell(name, String(value));
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const below = isList ? name : [name, key].filter(Boolean).join('.');
    visit(inner, below, tell);
  }
}
