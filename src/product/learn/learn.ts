import type { AccountName, OwnedRecord } from '../../words';
import { missingAccount } from '../accounts';
import { createApi, type Api } from '../api';
import { createPoliteness, type Politeness } from '../politeness';
import { liveSession } from '../sessions/live';
import type { Product, Session } from '../types';
import { sharedOut, type Learned, type Shown } from './share';
import { recordsIn, recordsInPage } from './values';

/**
 * Finds out whose is what: what each account is shown, as itself, by the reads of the config that need no id, or, where
 * there are none, on its private pages as the server sends them. Everything is asked for twice, and only what is there both times counts: tokens and clocks are
 * nobody's. Who sees others by profession (`admin`) is not asked.
 *
 * @throws {NotSignedIn} when an account that has credentials cannot be signed in
 */
export async function learn(product: Product): Promise<Learned> {
  const { requestsPerSecond } = product.limits;
  const politeness = createPoliteness({ requestsPerSecond, allowedHosts: product.allowedHosts });
  const accounts = Object.keys(product.accounts).filter(
    (account) => account !== 'admin' && missingAccount(product, account) === undefined,
  );
  const shown = await Promise.all(accounts.map((account) => shownTo(account, product, politeness)));
  const publicText = await textsOf(product.pages.public, clientOf(product, politeness, null));
  return sharedOut(shown.flat(), [...product.public, publicText].join('\n'));
}

async function shownTo(
  account: AccountName,
  product: Product,
  politeness: Politeness,
): Promise<readonly Shown[]> {
  const session = await liveSession(product, account);
  const api = clientOf(product, politeness, session);
  try {
    const first = await lookOnce(account, product, session, api);
    const again = new Set((await lookOnce(account, product, session, api)).flatMap(valuesOf));
    return first.map(({ record, at }) => {
      const kept = Object.entries(record.fields).filter(([, value]) => again.has(value));
      return { at, record: { ...record, fields: Object.fromEntries(kept) } };
    });
  } finally {
    await api.close();
  }
}

async function lookOnce(
  account: AccountName,
  { reads, pages }: Product,
  { userId }: Session,
  api: Api,
): Promise<readonly Shown[]> {
  const lists = reads.flatMap(({ name, path, method, body, kind }) => {
    const own = userId === undefined ? path : path.replaceAll('{user}', encodeURIComponent(userId));
    if (/\{(?:id|user)\}/.test(own + (body ?? ''))) return [];
    const request = { path: own, ...(method && { method }), ...(body !== undefined && { body }) };
    return [bodyOf(api, request).then((text) => shownAt(name, recordsInAnswer(text, account, kind)))];
  });
  // Where the config knows of requests, they tell more exactly what the pages show.
  const own = (reads.length > 0 ? [] : pages.private).map(async (path) =>
    shownAt(path, recordsInPage(await bodyOf(api, { path }), account, `what is on ${path}`)),
  );
  return (await Promise.all([...lists, ...own])).flat();
}

function clientOf(product: Product, politeness: Politeness, session: Session | null): Api {
  const headers = product.signIn.headers(session);
  return createApi({ product, politeness, headers, show: () => undefined });
}

/** Of answers only what was given: what is refused teaches nothing. */
async function bodyOf(api: Api, request: Parameters<Api['send']>[0]): Promise<string> {
  const answer = await api.send(request);
  return answer.failed === undefined && answer.status === 200 ? answer.text() : '';
}

async function textsOf(paths: readonly string[], api: Api): Promise<string> {
  try {
    return (await Promise.all(paths.map((path) => bodyOf(api, { path })))).join('\n');
  } finally {
    await api.close();
  }
}

/** Of JSON its objects; what a server has drawn is read as a page. */
function recordsInAnswer(text: string, owner: string, kind: string): readonly OwnedRecord[] {
  return /^\s*</.test(text) ? recordsInPage(text, owner, kind) : recordsIn(parsed(text), owner, kind);
}

function shownAt(at: string, records: readonly OwnedRecord[]): readonly Shown[] {
  return records.map((record) => ({ record, at }));
}

function valuesOf({ record: { fields } }: Shown): readonly string[] {
  return Object.values(fields);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
