import { otherEnvironment } from '../nature';
import { previewsOf } from '../product/previews';
import type { Product } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding } from '../words';
import { observed } from './observed';

/** Words that people put into the names of hosts that are not the live ones. */
const stage = /^(?:staging|stage|stg|dev|develop|development|test|testing|uat|qa|preview|sandbox|preprod)$/;

/** Addresses that lead to another machine for every visitor: his own, or one of the network that he is in (RFC 1918, 6761, 6762). */
const nearby =
  /^(?:localhost|.+\.localhost|.+\.local|0\.0\.0\.0|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\])$/;

type Hosts = Pick<Product, 'site' | 'allowedHosts' | 'previews'>;

/**
 * What is wrong with a host that a page of the product talks to: it is the visitor's own computer or network, or by its
 * name or by the config another environment of the same product. Hosts of others, and those that the config allows, are
 * nobody's concern.
 *
 * @param host with its port, where it has one
 * @returns `undefined` for a host that may be asked
 */
export function wrongHost(host: string, { site, allowedHosts, previews }: Hosts): string | undefined {
  const own = new URL(site);
  if (host === own.host) return undefined;
  if (previewsOf({ site, previews }).some((draft) => new URL(draft).host === host))
    return 'the drafts of the site';
  if (allowedHosts.includes(host)) return undefined;
  const { hostname } = new URL(`http://${host}`);
  if (nearby.test(hostname)) return 'the visitor’s own computer or network';
  const base = own.hostname.replace(/^(?:www|app)\./, '');
  const before = hostname.endsWith(`.${base}`) ? hostname.slice(0, -base.length - 1) : '';
  const isStage = (name: string) => name.split(/[.-]/).some((word) => stage.test(word));
  return isStage(before) && !isStage(own.hostname) ? 'another environment' : undefined;
}

/** Calls that the visitor's pages sent to a wrong host: a finding for each of these hosts. */
export function wrongHostsAsked(visitor: Visitor, exhibits: readonly Exhibit[]): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const { channel, where, at, body } of exhibits) {
    if (channel !== 'request' || where.part !== 'address' || typeof body !== 'string') continue;
    const host = URL.canParse(body) ? new URL(body).host : '';
    const wrong = host === '' ? undefined : wrongHost(host, visitor.stage.product);
    if (wrong === undefined || findings.has(host)) continue;
    const seen = observed(visitor, {
      rule: otherEnvironment,
      severity: 'medium',
      owner: null,
      kind: `call to ${wrong}`,
      field: host,
      channel,
      where,
      rootCause: 'environments-mixed',
      about: host,
    });
    findings.set(host, { ...seen, shown: { from: at } });
  }
  return [...findings.values()];
}
