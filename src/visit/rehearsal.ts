import { generateKeyPairSync } from 'node:crypto';
import * as z from 'zod';
import { encodedPart } from '../product/sessions/forged';
import { missingAccount } from '../product/accounts';
import { rehearsalVariable } from '../product/rehearsal';
import { notSignedIn } from '../product/sign-in/errors';
import type { Product, Session } from '../product/types';
import type { AccountName, PersonaName } from '../words';
import type { SessionsOfWorker } from './sessions';

/** What one visitor would send. */
export interface Sent {
  /** By the API client, messages to the chatbot among them. */
  requests: number;
  /** At the endpoint and in the page. */
  chatMessages: number;
  /** Pages opened in a browser, each with all that it loads. */
  pages: number;
}

/** Counts what the visitors of one test would send. */
export interface Rehearsal {
  readonly of: (visitor: PersonaName) => Sent;
  readonly all: () => Readonly<Record<PersonaName, Sent>>;
  /** Endpoints that would be tried of those that a walk finds, by who walks; `undefined` where no run has told yet. */
  readonly recorded: Readonly<Record<PersonaName, number>> | undefined;
}

const known = z.record(z.string(), z.number()).nullable();

/** An empty count. */
export function rehearse(env: NodeJS.ProcessEnv = process.env): Rehearsal {
  const counted: Record<PersonaName, Sent> = {};
  return {
    of: (visitor) => (counted[visitor] ??= { requests: 0, chatMessages: 0, pages: 0 }),
    all: () => counted,
    recorded: known.parse(JSON.parse(env[rehearsalVariable] ?? 'null')) ?? undefined,
  };
}

/** Sessions that nobody gave: an account that could not sign in for want of credentials cannot here either. */
export function rehearsedSessions(product: Product): SessionsOfWorker {
  const over = new WeakSet<Session>();
  const sessionOf = (account: AccountName): Session => {
    const missing = missingAccount(product, account);
    if (missing !== undefined) throw notSignedIn(account, 'no-account', missing);
    return rehearsedSession(account);
  };
  return {
    of: async ({ account, session }) => (account === null || session === 'none' ? null : sessionOf(account)),
    fresh: async (account) => sessionOf(account),
    async signOut(session) {
      over.add(session);
      return session;
    },
    async refresh(session) {
      if (over.has(session)) return null;
      over.add(session);
      return rehearsedSession(session.account);
    },
  };
}

/** With a token that is signed by nobody: what is tried with tokens takes one that can be read. */
function rehearsedSession(account: AccountName): Session {
  const userId = `user-${account}`;
  const head = encodedPart({ alg: 'HS256', typ: 'JWT' });
  const accessToken = `${head}.${encodedPart({ sub: userId, role: 'authenticated', exp: 4_102_444_800 })}.bm9ib2R5c2lnbmVk`;
  return {
    account,
    userId,
    accessToken,
    refreshToken: `of ${account}`,
    cookies: { session: userId },
    raw: {},
  };
}

/** The product as it is rehearsed with: what a session sends is told by no recipe, for it was made by none. */
export function rehearsedProduct(product: Product): Product {
  const headers = (session: Session | null): Readonly<Record<string, string>> =>
    session?.accessToken === undefined ? {} : { authorization: `Bearer ${session.accessToken}` };
  return {
    ...product,
    site: product.site,
    allowedHosts: product.allowedHosts,
    signIn: { ...product.signIn, headers },
  };
}

/** Where a page would ask the chatbot, where the config does not say it. */
export const rehearsedChat = '/where-the-page-asks-the-chatbot';

/** A key that signs nothing: what is tried with published keys takes one. */
export const publishedKeySet = JSON.stringify({
  keys: [generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })],
});

/**
 * What a sound product would answer anybody, whatever is asked: all that is the asker's, and nothing else. So every
 * control holds, every guess is worth trying, and nothing leaks: no run sends more.
 */
export function soundAnswer({ records, chat }: Product, sees: readonly string[], who: string): string {
  const own = records.filter(({ owner }) => sees.includes(owner));
  const key = chat.api?.conversation?.key;
  return JSON.stringify({
    says: 'This is all that there is for you.',
    ...(key !== undefined && { [key]: `conversation-of-${who}` }),
    own,
  });
}
