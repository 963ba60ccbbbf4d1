import { mostExchanges, type Exchange } from '../../evidence';
import type { Visitor } from '../../visit/visitor';
import type { CarriedId, Endpoint } from '../../words';
import { readBody, idsInHeaders } from './carried';
import { isAboutFiles } from '../stored/file';
import type { KnownIds } from './known-ids';
import { fewOf, mostAnswers, mostEndpoints } from './limits';
import { shapeOfAddress, type Shape } from './shape';

/** One endpoint as the browser asked it, with every answer that came. */
export interface Seen {
  /** Two that are equal here try the same. */
  readonly key: string;
  readonly what: string;
  readonly foundIn: Endpoint['foundIn'];
  readonly first: Exchange;
  readonly all: readonly Exchange[];
  readonly shape: Shape;
  readonly ids: readonly CarriedId[];
  /** A POST that asks and changes nothing, as far as its body tells. */
  readonly isQuery: boolean;
}

/** What brings no words: pictures, styles, scripts (they are searched for endpoints), beacons. */
const asks: ReadonlySet<string> = new Set(['Document', 'Fetch', 'XHR', 'EventSource', 'Other']);

/** The distinct requests of a walk, in the order in which they were first sent; and what was dropped. */
export function seenIn(
  exchanges: readonly Exchange[],
  chatFrom: number,
  { stage }: Visitor,
  ids: KnownIds,
): { readonly seen: readonly Seen[]; readonly leftOut: readonly string[] } {
  const { product } = stage;
  const seen = new Map<string, Seen & { readonly all: Exchange[] }>();
  const elsewhere = new Set<string>();
  const more = { answers: 0, endpoints: 0 };
  for (const [index, exchange] of exchanges.entries()) {
    if (!asks.has(exchange.type) || !/^https?:/.test(exchange.url) || isAboutFiles(exchange.url)) continue;
    const url = new URL(exchange.url);
    if (!product.allowedHosts.includes(url.host)) {
      elsewhere.add(url.host);
      continue;
    }
    const one = seenOnce(exchange, index >= chatFrom ? 'chat' : 'pages', product.site, ids);
    const known = seen.get(one.key);
    if (known && known.all.length < mostAnswers) known.all.push(exchange);
    else if (known) more.answers += 1;
    else if (seen.size < mostEndpoints) seen.set(one.key, { ...one, all: [exchange] });
    else more.endpoints += 1;
  }
  const hosts = [...elsewhere].map((host) => `${host} is asked, too, and is no host of the config`);
  return {
    seen: [...seen.values()],
    leftOut: [...fewOf(hosts, 'hosts'), ...tooMany(more, exchanges.length)],
  };
}

function tooMany(
  { answers, endpoints }: { readonly answers: number; readonly endpoints: number },
  requests: number,
): readonly string[] {
  return [
    ...(answers > 0
      ? [`${answers} more answers of endpoints that had ${mostAnswers} were not looked at`]
      : []),
    ...(endpoints > 0
      ? [`${endpoints} requests to more than ${mostEndpoints} endpoints were not recorded`]
      : []),
    ...(requests >= mostExchanges ? [`what was asked after ${mostExchanges} requests was not recorded`] : []),
  ];
}

function seenOnce(exchange: Exchange, foundIn: Seen['foundIn'], site: string, ids: KnownIds): Seen {
  const { method, url, headers, body } = exchange;
  const shape = shapeOfAddress(url, site, ids);
  const said = readBody(body, ids);
  return {
    key: `${method} ${shape.key} ${said.chooses}`,
    what: `${method} ${shape.shown}`,
    foundIn,
    first: exchange,
    all: [exchange],
    shape,
    ids: [...shape.ids, ...said.ids, ...idsInHeaders(headers, ids)],
    isQuery: said.isQuery,
  };
}
