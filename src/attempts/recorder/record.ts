import type { Exchange } from '../../evidence';
import type { Visitor } from '../../visit/visitor';
import { asChatbot, type Endpoint, type Inventory } from '../../words';
import { alreadyTried } from './already-tried';
import { asked, type Asked } from './asked';
import { cacheHints } from './cache-hints';
import { authCarried } from './carried';
import { knownIdsOf } from './known-ids';
import { fewOf, mostOfShape, recorderLimits } from './limits';
import { answersOf, recordsIn } from './measure';
import { replayOf, type Replay } from './replay-of';
import { addressesInScripts } from './script-addresses';
import { listedAddresses } from './listed';
import { seenIn, type Seen } from './seen';
import { walk } from './walk';

/** What a walk has found, and what others can try with it. */
export interface Recording {
  readonly inventory: Inventory;
  readonly replays: readonly Replay[];
}

/**
 * Walks through the product as a visitor with a browser, and makes an inventory of every endpoint that its pages, its
 * chatbot, its scripts and the config name: how each is asked, by which ids, and whose records it answers with.
 */
export async function recordAs(visitor: Visitor): Promise<Recording> {
  const limits = recorderLimits(visitor.stage.product.demo);
  const ids = knownIdsOf(visitor);
  const walked = await walk(visitor, limits.pages);
  const { seen, leftOut } = seenIn(visitor.ledger.exchanges(), walked.chatFrom, visitor, ids);
  const kept = fewOfEachShape(seen);
  const fromPages = await Promise.all(kept.few.map((one) => endpointOf(visitor, one, walked.chatAddress)));
  const listed = await listedAddresses(visitor);
  const named = await asked(visitor, {
    scripts: addressesInScripts(visitor.ledger.exhibits()),
    listed: listed.addresses,
    known: fromPages.map(({ endpoint }) => endpoint.what),
    most: limits.asked,
  });
  const all: readonly Asked[] = [...fromPages, ...named.found];
  const replays = all.flatMap(({ replay }) => replay ?? []);
  const few = replays.slice(0, limits.replayed);
  const unplayed = new Set(replays.slice(limits.replayed).map(({ what }) => what));
  const tooMany = 'enough others are tried: the plan is bounded';
  const endpoints = all.map(({ endpoint }) =>
    unplayed.has(endpoint.what) ? { ...endpoint, triedAs: [], notTried: tooMany } : endpoint,
  );
  const inventory = {
    recordedAs: visitor.name,
    pages: walked.pages,
    endpoints,
    leftOut: [
      ...walked.leftOut,
      ...leftOut,
      ...fewOf(kept.leftOut, 'shapes'),
      ...listed.leftOut,
      ...named.leftOut,
    ],
  };
  return { inventory, replays: few };
}

/** Requests of one shape that choose different things are different endpoints, but not without end. */
function fewOfEachShape(seen: readonly Seen[]) {
  const counts = new Map<string, number>();
  const few = seen.filter(({ what }) => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return count <= mostOfShape;
  });
  const leftOut = [...counts]
    .filter(([, count]) => count > mostOfShape)
    .map(([what, count]) => `${what}: ${count - mostOfShape} more of this shape, with other parameters`);
  return { few, leftOut };
}

/** Only of answers that hold private records. */
function hintsOf(all: readonly Exchange[], records: Endpoint['records']): Pick<Endpoint, 'hints'> {
  const isPrivate = records !== null && records.length > 0;
  const hints = isPrivate ? all.flatMap(({ answerHeaders }) => cacheHints(answerHeaders ?? {})) : [];
  return hints.length > 0 ? { hints: [...new Set(hints)] } : {};
}

async function endpointOf(visitor: Visitor, seen: Seen, chatAddress: string | undefined): Promise<Asked> {
  const { first, all, what, foundIn, ids, shape } = seen;
  const records = await recordsIn(visitor, answersOf(all));
  const found: Endpoint = {
    what,
    foundIn,
    auth: authCarried(first.headers, first.withCookies),
    ids,
    records,
    triedAs: [],
    ...hintsOf(all, records),
  };
  if (records?.length === 0) return { endpoint: found };
  const tried = alreadyTried(visitor, seen);
  if (tried.length > 0) return { endpoint: { ...found, triedAs: tried } };
  const isChat = first.url === chatAddress;
  const made = replayOf(
    visitor,
    { ...first, what, address: shape.address, isQuery: seen.isQuery, isChat },
    records,
  );
  if ('why' in made) return { endpoint: { ...found, notTried: made.why } };
  const triedAs = made.isChat ? [what, asChatbot] : [what];
  return { endpoint: { ...found, triedAs }, replay: made };
}
