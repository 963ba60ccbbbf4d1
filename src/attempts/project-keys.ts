import { claimsOf, jwtsIn } from '../oracle/secrets/jwt';
import { otherEnvironment } from '../nature';
import type { Product } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding } from '../words';
import { observed } from './observed';

type Own = Pick<Product, 'site' | 'allowedHosts' | 'signIn'>;

/** A Supabase project's own host: its reference is 20 letters. */
const projectHost = /\b([a-z]{20})\.supabase\.(?:co|in|net)\b/g;

/** What a page is made of: only there does a key or an address lead anywhere. */
const made: ReadonlySet<string> = new Set(['response-body', 'dom']);

/**
 * The projects that a text names besides the product's own: by the publishable keys in it (whose claim `ref` says which
 * project they open), and by the hosts of projects. Which one is the product's own, its sign-in tells; without that,
 * nothing is said. A project whose host the config allows is nobody's concern.
 */
export function otherProjectsIn(text: string, product: Own): readonly string[] {
  const own = ownProject(product);
  if (own === undefined) return [];
  const byKey = text.includes('eyJ')
    ? jwtsIn(text).flatMap(({ claims }) => (claims['role'] === 'anon' ? refIn(claims) : []))
    : [];
  const byHost = text.includes('.supabase.')
    ? [...text.matchAll(projectHost)].map(([, ref = '']) => ref)
    : [];
  const isAllowed = (ref: string) => product.allowedHosts.some((host) => host.startsWith(`${ref}.`));
  return [...new Set([...byKey, ...byHost])].filter((ref) => ref !== own && !isAllowed(ref));
}

/** By the key that every page holds; else by the host that people sign in at. */
function ownProject({ signIn }: Own): string | undefined {
  const [byKey] = refIn(claimsOf(signIn.publishableKey?.() ?? '') ?? {});
  const hosts = signIn.origins.map((origin) => new URL(origin).host);
  return byKey ?? hosts.flatMap((host) => [...host.matchAll(projectHost)].map(([, ref]) => ref))[0];
}

function refIn(claims: Readonly<Record<string, unknown>>): readonly string[] {
  return typeof claims['ref'] === 'string' ? [claims['ref']] : [];
}

/** Pages and scripts of the product's own that hold the key, or the address, of another project: a finding for each. */
export function otherProjectsShownTo(visitor: Visitor, exhibits: readonly Exhibit[]): readonly Finding[] {
  const { product } = visitor.stage;
  const findings = new Map<string, Finding>();
  for (const { channel, where, at, body } of exhibits) {
    if (!made.has(channel) || typeof body !== 'string' || !isOwnPlace(where.url, product)) continue;
    for (const ref of otherProjectsIn(body, product)) {
      if (findings.has(ref)) continue;
      const seen = observed(visitor, {
        rule: otherEnvironment,
        severity: 'medium',
        owner: null,
        kind: 'key or address of another project',
        field: `project ${ref}`,
        channel,
        where,
        rootCause: 'environments-mixed',
        about: ref,
      });
      findings.set(ref, { ...seen, shown: { from: at } });
    }
  }
  return [...findings.values()];
}

/** What somebody else's script brings along, is that one's project. */
function isOwnPlace(url: string | undefined, { site, allowedHosts }: Own): boolean {
  if (url === undefined || !URL.canParse(url)) return true;
  const { host } = new URL(url);
  return host === new URL(site).host || allowedHosts.includes(host);
}
