import type { Limits } from '../../oracle/budget';
import { createOracle } from '../../oracle/oracle';
import { defineProduct } from '../../product/define';
import { createPoliteness } from '../../product/politeness';
import type { ProductConfig } from '../../product/schema';
import { custom } from '../../product/sign-in/custom';
import { sitDown } from '../../visit/open';
import { seatAtApi } from '../../visit/seat';
import type { Visitor } from '../../visit/visitor';
import { gatherFacts } from '../facts';

/** User A at the API of a shop that has these records, for the tests of the recorder: nothing is sent. */
export function sampleVisitor(
  records: NonNullable<ProductConfig['records']>,
  config: Partial<ProductConfig> = {},
  limits?: Limits,
): Visitor {
  const nobody = () => Promise.reject(new Error('nobody comes here'));
  const product = defineProduct(
    {
      name: 'Shop',
      site: 'https://shop.example',
      pages: { public: ['/'], signIn: '/sign-in' },
      signIn: custom({
        alive: { path: '/me' },
        signIn: nobody,
        storage: () => ({ cookies: [], origins: [] }),
      }),
      accounts: {},
      records,
      chat: { pages: ['/'], ask: {} },
      ...config,
    },
    {},
  );
  const stage = {
    product,
    oracle: createOracle({ records, publicValues: [], key: 'k', ...(limits && { limits }) }),
    politeness: createPoliteness({ requestsPerSecond: null, allowedHosts: [] }),
    facts: gatherFacts(),
    sessions: { of: nobody, fresh: nobody, refresh: nobody, signOut: nobody },
    familiar: { configured: nobody, shownToAll: nobody, saidToAll: nobody },
    key: 'k',
  };
  const persona = { account: 'userA', session: 'live', sees: ['userA'] } as const;
  const session = { account: 'userA', userId: 'user-of-a', accessToken: 't', raw: {} };
  return sitDown(seatAtApi('userA'), { name: 'userA', persona, stage, by: 'api' }, session).visitor;
}
