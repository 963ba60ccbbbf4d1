import type { Problem } from './config-error';
import type { CheckedConfig } from './schema';
import type { Product } from './types';

/** What not every product has. `admin` and `wrongTenant` are accounts, too: who has none of them visits nobody. */
export const features = ['admin', 'wrongTenant', 'chatApi', 'reads'] as const;
export type Feature = (typeof features)[number];

type Described = Pick<Product, 'accounts' | 'adminReads' | 'reads' | 'pages' | 'chat' | 'without'>;

/** Where a config describes each of them; empty where it does not. */
const places: Readonly<Record<Feature, (config: Omit<Described, 'without'>) => readonly string[]>> = {
  admin: ({ pages, adminReads }) => [
    ...(pages.admin.length > 0 ? ['pages.admin'] : []),
    ...(adminReads.length > 0 ? ['adminReads'] : []),
  ],
  wrongTenant: ({ accounts }) => ('wrongTenant' in accounts ? ['accounts.wrongTenant'] : []),
  chatApi: ({ chat }) => (chat.api ? ['chat.api'] : []),
  reads: ({ reads }) => (reads.length > 0 ? ['reads'] : []),
};

const toAdd: Readonly<Record<Feature, string>> = {
  admin:
    'add the pages that only an admin may see to pages.admin, and the requests behind them to adminReads',
  wrongTenant: 'add accounts.wrongTenant, an account of another company',
  chatApi: 'add chat.api, the request by which the widget sends a question',
  reads: 'add to reads the requests by which the pages load records',
};

/** Whether a product has a feature: as far as the config says, and what to add where it says nothing. */
export type Presence =
  | { readonly is: 'there' }
  | { readonly is: 'declared away'; readonly why: string }
  | { readonly is: 'missing'; readonly toAdd: string };

/** Missing is not the same as declared away: the one is unknown, the other does not apply. */
export function presenceOf(feature: Feature, product: Described): Presence {
  const why = product.without[feature];
  if (why !== undefined) return { is: 'declared away', why };
  if (places[feature](product).length > 0) return { is: 'there' };
  return {
    is: 'missing',
    toAdd: `${toAdd[feature]}; or, where there is none, say so: without: { ${feature}: 'why' }`,
  };
}

/** A feature that is declared away and described all the same. */
export function contradictions(config: CheckedConfig): Problem[] {
  return features.flatMap((feature) => {
    if (config.without[feature] === undefined) return [];
    const described = places[feature](config);
    return described.map((place) => ({
      at: `without.${feature}`,
      seen: `says that there is none, and ${place} describes it`,
      next: `leave out the one or the other`,
    }));
  });
}
