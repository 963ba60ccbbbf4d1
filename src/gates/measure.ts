import { requestOf, shapeOf } from '../attempts/techniques/replay';
import type { Product, Read } from '../product/types';
import { findBrowser } from '../browser/find';
import type { Stage, Visitor } from '../visit/visitor';
import type { Gate, OwnedRecord } from '../words';
import { gateOfSilence } from './chat/silence';
import type { ReadAnswer } from './latency/answer';
import type { ReadTarget } from './latency/measure-reads';
import type { Chrome } from './lighthouse/chrome';

// What measures takes long to load, and every worker of every run loads this file: it is imported where it is used.

/** Requests a second on a product that may be asked as fast as one likes. */
const unhurried = 150;

/** Of one read, however few are measured: a queue of our own making is not how slow the product is. */
const rateOfOne = 20;

/**
 * How long the visitor's own reads take: every read of the config of which it owns a record.
 * Returns a gate for each, and leaves them in the test's facts.
 */
export async function measureOwnReads(visitor: Visitor): Promise<readonly Gate[]> {
  const { measureReads } = await import('./latency/measure-reads');
  const { product, oracle, facts } = visitor.stage;
  const { p95, requestsPerSecond } = product.limits;
  const isRight = ({ text }: ReadAnswer) => {
    const exhibit = { channel: 'api-body', where: { part: 'body' }, at: Date.now(), body: text };
    return oracle.shows([exhibit], { owner: visitor.persona.account ?? visitor.name }, []);
  };
  const gates = await measureReads({
    targets: targetsOf(visitor, product),
    isRight,
    limit: p95,
    rate: requestsPerSecond ?? unhurried,
    rateOfOne,
  });
  for (const gate of gates) facts.gate(gate);
  return gates;
}

async function ownChrome(): Promise<Chrome> {
  const { launchChrome } = await import('./lighthouse/chrome');
  const { executablePath, args } = await findBrowser();
  return launchChrome(executablePath, args);
}

function targetsOf({ persona, session }: Visitor, product: Product): readonly ReadTarget[] {
  const own = product.records.filter(({ owner }) => owner === persona.account);
  return product.reads.filter(isPlain).flatMap((read) => {
    const record = own.find(({ kind }: OwnedRecord) => kind === read.kind);
    const request = record && requestOf({ read, record, user: session?.userId });
    if (!request) return [];
    return {
      name: shapeOf(read),
      url: new URL(request.path, product.site).href,
      headers: product.signIn.headers(session),
      method: read.method ?? 'GET',
      ...(typeof request.body === 'string' && { body: request.body }),
    };
  });
}

/** Rows are read in many ways at the same table: how fast the whole list is stands for all of them. */
function isPlain({ rows, path }: Read): boolean {
  return !rows || !path.includes('{');
}

/** How long the chatbot of the product's first chat page shows nothing to this visitor: a gate, left in the test's facts. */
export async function measureSilence({ chat, stage }: Visitor): Promise<readonly Gate[]> {
  const { product, facts } = stage;
  const [question = 'Hello?'] = Object.values(product.chat.ask);
  const gate = gateOfSilence(product.chat.pages[0] ?? '/', await chat.ask(question));
  facts.gate(gate);
  return [gate];
}

/** What Lighthouse says of a public page on a phone: a gate for each category, left in the test's facts. */
export async function measurePage(path: string, { product, facts }: Stage): Promise<readonly Gate[]> {
  const [{ auditPage }, chrome] = await Promise.all([import('./lighthouse/audit-page'), ownChrome()]);
  const url = new URL(path, product.site).href;
  const gates = await auditPage({ url, chrome, min: product.limits.lighthouse });
  for (const gate of gates) facts.gate(gate);
  return gates;
}
