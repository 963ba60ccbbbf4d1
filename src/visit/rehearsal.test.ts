import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherFacts } from '../attempts/facts';
import { toBeRefused } from '../attempts/matchers/to-be-refused';
import { toGetNoAnswerMeantFor } from '../attempts/matchers/to-get-no-answer-meant-for';
import { toGetNoCachedAnswerOf } from '../attempts/matchers/to-get-no-cached-answer-of';
import { toLearnNothingAbout } from '../attempts/matchers/to-learn-nothing-about';
import { replayAll } from '../attempts/recorder/replay-all';
import { rehearsedRecording } from '../attempts/recorder/rehearse';
import { createOracle } from '../oracle/oracle';
import { defineProduct } from '../product/define';
import { createPoliteness } from '../product/politeness';
import { custom } from '../product/sign-in/custom';
import type { Persona } from '../words';
import { openVisitor } from './open';
import { rehearse, rehearsedProduct, rehearsedSessions, soundAnswer, type Rehearsal } from './rehearsal';
import { rehearsedVisitor } from './rehearsed-visitor';
import type { Stage, Visitor } from './visitor';

const people: Readonly<Record<string, Persona>> = {
  userA: { account: 'userA', session: 'live', sees: ['userA'] },
  userB: { account: 'userB', session: 'live', sees: ['userB'] },
  loggedOut: { account: null, session: 'none', sees: [] },
};
const records = ['userA', 'userB'].flatMap((owner, person) => [
  {
    owner,
    kind: 'invoice',
    id: `77${person}4-ab${person}9-88c1`,
    fields: { number: `INV-${person}7Q2-884${person}` },
  },
]);

/** A product that refuses others in another way than the rehearsal does: with 404, and nobody with 403. */
let server: Server;
let asked = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    const who = ['userA', 'userB'].find(
      (name) => request.headers.authorization === `Bearer ${tokens.get(name)}`,
    );
    const isOthers = records.some(({ owner, id }) => owner !== who && request.url?.includes(id));
    request.resume();
    const isRefused = who === undefined || isOthers;
    response.writeHead(isRefused ? (who ? 404 : 403) : 200, { 'content-type': 'application/json' });
    response.end(isRefused ? '{"error":"there is nothing here"}' : soundAnswer(product(), [who], who));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
});
afterAll(() => server.close());

const tokens = new Map<string, string>();

function product() {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const never = () => Promise.reject(new Error('nobody signs in here'));
  return defineProduct(
    {
      name: 'stub',
      demo: true,
      site: `http://127.0.0.1:${port}`,
      pages: { public: ['/'], signIn: '/sign-in' },
      signIn: custom({
        alive: { path: '/me' },
        signIn: never,
        storage: () => ({ cookies: [], origins: [] }),
      }),
      accounts: Object.fromEntries(
        ['userA', 'userB'].map((name) => [name, { emailEnv: 'E', passwordEnv: 'P' }]),
      ),
      records,
      reads: [
        { name: 'one', kind: 'invoice', path: '/api/invoices/{id}' },
        { name: 'all', kind: 'invoice', path: '/api/invoices' },
        { name: 'rows', kind: 'invoice', path: '/rest/v1/invoices?select=*&user_id=eq.{user}', rows: true },
      ],
      chat: {
        pages: ['/'],
        ask: { invoice: 'Which invoices do I have?' },
        api: { path: '/api/chat', body: (text) => ({ text }), identityFields: ['user_id'] },
      },
    },
    { E: 'somebody@example.test', P: 'none' },
  );
}

type By = (name: string) => Promise<Visitor>;

/** The very same guarantees, whoever the visitors are. */
const guarantees: Readonly<Record<string, (by: By, rehearsal: Rehearsal) => Promise<unknown>>> = {
  'is refused': async (by) => {
    const userA = await by('userA');
    for (const who of ['userB', 'loggedOut'])
      await toBeRefused(await by(who), await userA.api.own('invoice'));
  },
  'learns nothing about': async (by) =>
    toLearnNothingAbout(await by('userB'), await (await by('userA')).api.own('invoice')),
  'gets no cached answer': async (by) => toGetNoCachedAnswerOf(await by('userB'), await by('userA')),
  'gets no answer meant for another': async (by) =>
    toGetNoAnswerMeantFor(await by('userB'), await by('userA')),
  'gains nothing from what was recorded': async (by, rehearsal) => {
    const keeper = await by('userA');
    const { replays } = rehearsedRecording(keeper, rehearsal);
    return replayAll([await by('userB'), await by('loggedOut')], keeper, replays);
  },
};

function stageOf(): Stage {
  const about = product();
  const sessions = rehearsedSessions(about);
  const never = () => Promise.reject(new Error('it is not asked for'));
  return {
    product: rehearsedProduct(about),
    sessions,
    oracle: createOracle({ records, publicValues: [], key: 'k' }),
    politeness: createPoliteness({ requestsPerSecond: null, allowedHosts: about.allowedHosts }),
    familiar: { configured: never, shownToAll: never, saidToAll: never },
    facts: gatherFacts(),
    key: 'k',
  };
}

describe('what is rehearsed bounds what is sent', () => {
  test.each(Object.keys(guarantees))('%s', async (name) => {
    process.env['E'] = 'somebody@example.test';
    process.env['P'] = 'none';
    const run = guarantees[name];
    if (!run) throw new Error(name);
    const stage = stageOf();
    for (const account of ['userA', 'userB'])
      tokens.set(account, (await stage.sessions.fresh(account)).accessToken ?? '');
    const opened = (open: (who: Parameters<typeof openVisitor>[0]) => ReturnType<typeof openVisitor>): By => {
      const known = new Map<string, Promise<Visitor>>();
      return (who) => {
        const persona = people[who];
        if (!persona) throw new Error(who);
        const visitor =
          known.get(who) ??
          open({
            name: who,
            persona,
            stage,
            by: 'api',
            watched: () => Promise.reject(new Error('no browser')),
          }).then((one) => one.visitor);
        known.set(who, visitor);
        return visitor;
      };
    };
    const env = { TRESPASS_REHEARSAL: JSON.stringify({ userA: 3 }) };
    const rehearsal = rehearse(env);
    const before = asked;
    await run(
      opened((who) => rehearsedVisitor(who, rehearsal)),
      rehearsal,
    );
    expect(asked, 'nothing is sent').toBe(before);
    const planned = Object.values(rehearsal.all()).reduce((sum, { requests }) => sum + requests, 0);
    await run(opened(openVisitor), rehearse(env));
    const sent = asked - before;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThanOrEqual(planned);
    expect(planned, 'and is no wild guess').toBeLessThanOrEqual(sent * 2 + 20);
  });
});
