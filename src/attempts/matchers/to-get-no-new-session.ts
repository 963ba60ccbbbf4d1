import { setTimeout as wait } from 'node:timers/promises';
import { reopenedSession } from '../../nature';
import type { Session } from '../../product/types';
import type { Visitor } from '../../visit/visitor';
import type { Attempt, Verdict } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { unknown } from '../judge';
import { observed } from '../observed';

/**
 * `expect(signedOut).toGetNoNewSession()`: a refresh token whose session was signed out, and one that was used before,
 * open nothing. The same tokens did work until then, and a new sign-in can be refreshed afterwards.
 */
export async function toGetNoNewSession(visitor: Visitor): Promise<Conclusion> {
  const attempts = await Promise.all([
    tryToken(visitor, 'the refresh token of a session that was signed out', signedOutToken),
    tryToken(visitor, 'a refresh token that was used before', usedToken),
  ]);
  return conclude(visitor.stage, `${visitor.name} gets no new session`, attempts);
}

/** Gives a session whose refresh token must not work any more, having seen it work. */
type Ending = (visitor: Visitor, account: string) => Promise<Session>;

const signedOutToken: Ending = async ({ stage: { sessions } }, account) =>
  sessions.signOut(await next(sessions, await sessions.fresh(account)));

/**
 * Two steps back and after the time that is forgiven: GoTrue lets a page repeat its very last refresh, so that two of
 * its tabs may refresh at once (`GOTRUE_SECURITY_REFRESH_TOKEN_REUSE_INTERVAL`).
 */
const usedToken: Ending = async ({ stage: { sessions, product } }, account) => {
  const used = await sessions.fresh(account);
  await next(sessions, await next(sessions, used));
  await wait(product.signIn.refresh?.forgives ?? 0);
  return used;
};

/** The control: this token is refreshed now. */
async function next(sessions: Visitor['stage']['sessions'], session: Session): Promise<Session> {
  const refreshed = await sessions.refresh(session);
  if (refreshed) return refreshed;
  throw new Error(`${session.account}: a refresh token that was never used is refused`);
}

async function tryToken(visitor: Visitor, what: string, end: Ending): Promise<Attempt> {
  const account = visitor.persona.account ?? visitor.name;
  return {
    probe: { kind: 'request', what: `a new session for ${what}`, technique: 'new-session' },
    viewer: visitor.name,
    owner: account,
    kind: 'session',
    verdict: await verdictOf(visitor, account, end),
    requests: 1,
  };
}

async function verdictOf(visitor: Visitor, account: string, end: Ending): Promise<Verdict> {
  const { sessions } = visitor.stage;
  try {
    const opened = await sessions.refresh(await end(visitor, account));
    if (opened) return { is: 'leaked', findings: [reopened(visitor, opened)] };
    await next(sessions, await sessions.fresh(account));
    return { is: 'held', because: 'unauthenticated' };
  } catch (error) {
    return unknown('control-failed', error instanceof Error ? error.message : String(error));
  }
}

function reopened(visitor: Visitor, { account, accessToken }: Session) {
  return observed(visitor, {
    rule: reopenedSession,
    severity: 'high',
    owner: account,
    kind: 'session',
    field: 'access token',
    channel: 'api-body',
    where: { part: 'answer of the refresh' },
    rootCause: 'session-not-checked',
    about: accessToken ?? account,
  });
}
