import { gatherFacts } from '../../attempts/facts';
import { fingerprintKey } from '../../oracle/fingerprint-key';
import { createOracle } from '../../oracle/oracle';
import { missingAccount } from '../../product/accounts';
import { createPoliteness } from '../../product/politeness';
import type { Product } from '../../product/types';
import { rememberToken } from '../../report/tokens';
import { launchWatched, type WatchedBrowser } from '../../visit/browser';
import { familiarValues } from '../../visit/familiar';
import { openVisitor, type OpenedVisitor } from '../../visit/open';
import { sessionsOfWorker } from '../../visit/sessions';
import type { Stage, Visitor } from '../../visit/visitor';
import type { AccountName } from '../../words';

/** What the checks share: the product, and a visitor for each account, signed in once. */
export interface Room {
  readonly product: Product;
  readonly stage: Stage;
  /** Accounts that somebody could sign in with. */
  readonly accounts: readonly AccountName[];
  /** The visitor who plays an account. Throws, naming what to look at, when it cannot be signed in. */
  as(account: AccountName): Promise<Visitor>;
  /** Those who could be signed in. */
  everybody(): Promise<readonly Visitor[]>;
  close(): Promise<void>;
}

/** Opens nothing yet: browser and sessions come when a check first asks for them. */
export function openRoom(product: Product): Room {
  let browser: Promise<WatchedBrowser> | undefined;
  const watched = () => (browser ??= launchWatched({ headless: true }));
  const stage = stageOf(product, watched);
  const opened = new Map<AccountName, Promise<OpenedVisitor>>();
  const accounts = Object.keys(product.accounts).filter(
    (name) => missingAccount(product, name) === undefined,
  );
  const as = async (account: AccountName) => {
    const known = opened.get(account);
    const persona = { account, session: 'live', sees: seenBy(account, product) } as const;
    const opening = known ?? openVisitor({ name: account, persona, by: 'browser', watched, stage });
    opened.set(account, opening);
    return (await opening).visitor;
  };
  return {
    product,
    stage,
    accounts,
    as,
    everybody: async () => fulfilled(await Promise.allSettled(accounts.map(as))),
    async close() {
      const open = fulfilled(await Promise.allSettled(opened.values()));
      await Promise.all(open.map((one) => one.close()));
      await (await browser)?.close();
    },
  };
}

function stageOf(product: Product, watched: () => Promise<WatchedBrowser>): Stage {
  const { records, limits, allowedHosts } = product;
  const { requestsPerSecond, chatMessages } = limits;
  const key = fingerprintKey();
  return {
    product,
    key,
    oracle: createOracle({ records, publicValues: product.public, key }),
    politeness: createPoliteness({ requestsPerSecond, chatMessages, allowedHosts }),
    sessions: sessionsOfWorker(product, rememberToken),
    familiar: familiarValues(product, watched),
    facts: gatherFacts(),
  };
}

/** An admin sees everybody's; everybody else sees what is theirs. */
function seenBy(account: AccountName, { records }: Product): readonly string[] {
  return account === 'admin' ? [...new Set(['admin', ...records.map(({ owner }) => owner)])] : [account];
}

function fulfilled<T>(settled: readonly PromiseSettledResult<T>[]): readonly T[] {
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
