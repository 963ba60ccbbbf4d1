import { mergeExpects, expect as plainExpect, test as base, type TestDetails } from '@playwright/test';
import { personas, type PersonaName } from '../personas';
import { gatherFacts } from '../src/attempts/facts';
import { matchers } from '../src/attempts/matchers';
import { readFrozen } from '../src/attempts/probes/frozen';
import { seeChat, type SeenChat } from '../src/attempts/seen-chat';
import { measureOwnReads, measurePage, measureSilence } from '../src/gates/measure';
import { prepareContext, selfCheck } from '../src/evidence';
import { createOracle, type Oracle } from '../src/oracle/oracle';
import { presenceOf, type Feature } from '../src/product/features';
import { kindsOfRecords as recordsOf, kindsOfStaff as staffOf } from '../src/product/kinds';
import { loadProduct } from '../src/product/load';
import { oneOf } from '../src/product/nearest';
import { isRehearsal } from '../src/product/rehearsal';
import { pausesOfRun } from '../src/product/pauses';
import { createPoliteness, type Politeness } from '../src/product/politeness';
import { excusesOf } from '../src/product/waivers';
import { fingerprintKey } from '../src/oracle/fingerprint-key';
import { gatherLiterals } from '../src/report/literals';
import { createRunMask } from '../src/report/masking';
import { muteSecrets } from '../src/report/quiet-output';
import { rememberToken } from '../src/report/tokens';
import { launchWatched, type WatchedBrowser } from '../src/visit/browser';
import { familiarValues, type Familiar } from '../src/visit/familiar';
import { rehearse, rehearsedSessions } from '../src/visit/rehearsal';
import { needsBrowser, rehearsedVisitor } from '../src/visit/rehearsed-visitor';
import { attachPlan } from '../src/visit/planned';
import { openVisitor, type OpenedVisitor, type Way } from '../src/visit/open';
import { shareBrowser, type Sharer } from '../src/visit/one-browser';
import { sessionsOfWorker, type SessionsOfWorker } from '../src/visit/sessions';
import type { Stage, Visitor } from '../src/visit/visitor';
import { endWatch } from '../src/visit/watch';
import { factsAttachment, type Gate, type Persona } from '../src/words';

/** The product under test, for guarantees that hold for each of its kinds of record or pages. */
export const product = await loadProduct();

/** Kinds of record that accounts own, and those that only the staff may see. */
export const kindsOfRecords = recordsOf(product);
export const kindsOfStaff = staffOf(product);

export { publishedKeys } from '../src/product/key-set';
export { sayOverlap } from '../src/product/learn/share';

/** Leaks that were found once and are tried again in every run, with the personas that they are about. */
export const frozenCases = readFrozen().map((kept) => ({
  kept,
  viewer: personaNamed(kept.viewer, kept.file),
  owner: personaNamed(kept.owner, kept.file),
}));

function personaNamed(name: string, file: string): PersonaName {
  if (isPersona(name)) return name;
  throw new Error(`${file} is about "${name}" → ${oneOf(name, Object.keys(personas))}`);
}

function isPersona(name: string): name is PersonaName {
  return Object.hasOwn(personas, name);
}

/** Personas that this product cannot be visited by, and why: only its own signing key could make their session. */
const cannotCome: Partial<Record<PersonaName, string>> = product.expiredSession
  ? {}
  : { expiredSession: 'the configuration gives no session that has run out (expiredSession)' };

/** Those of these personas that the product can be visited by; who cannot is listed by {@link needsToCome}. */
export function whoCanCome<Name extends PersonaName>(...names: readonly Name[]): readonly Name[] {
  return names.filter((name) => !(name in cannotCome));
}

/** Details of a test that is about one persona: where it cannot come, the guarantee is listed as not tested. */
export function needsToCome(name: PersonaName): TestDetails {
  return needs(!(name in cannotCome), cannotCome[name] ?? '');
}

/** Everybody who is not user A and might be shown what is hers: strangers, dead sessions, other devices and lines. */
export const notUserA = whoCanCome(
  'userB',
  'wrongTenant',
  'loggedOut',
  'expiredSession',
  'forgedToken',
  'mobile',
  'slowNetwork',
);

/** Who asks the chatbot about whom: the same for all guarantees about what it was told or knows. */
export const asksAbout = [
  ['userB', 'userA'],
  ['userA', 'userB'],
  ['wrongTenant', 'userA'],
  ['loggedOut', 'userA'],
] as const;

export const expect = mergeExpects(plainExpect.extend(matchers));

const notApplicable = 'not-applicable';

/**
 * Details of a test whose product has to have something. Where it has not, the report lists the guarantee under what
 * was not tested, with the reason; it is neither held nor unknown.
 */
export function needs(there: unknown, why: string): TestDetails {
  return there ? {} : { annotation: { type: notApplicable, description: why } };
}

/** {@link needs} for what only a test itself can find out, by asking the product: ends it there, and is listed the same. */
export function needsNow(there: unknown, why: string): void {
  if (there) return;
  const info = base.info();
  info.annotations.push({ type: notApplicable, description: why });
  info.skip(true, why);
}

/**
 * How the page of this visitor asks the chatbot, where the config does not say it; `undefined` where it does. Ends the
 * test, as not tested, where that is nothing that others could send.
 */
export async function chatSeenBy(visitor: Visitor): Promise<SeenChat | undefined> {
  if (product.chat.api) return undefined;
  const seen = await seeChat(visitor);
  if (!('why' in seen)) return seen;
  needsNow(false, seen.why);
  return undefined;
}

const notConfigured = 'not-configured';

/**
 * Details of a test that is about something that not every product has. Where the config declares it away, the
 * guarantee does not apply; where the config only does not say, it is unknown, with what to add.
 */
export function about(...names: readonly Feature[]): TestDetails {
  const presences = names.map((name) => presenceOf(name, product));
  for (const presence of presences) if (presence.is === 'declared away') return needs(false, presence.why);
  for (const presence of presences)
    if (presence.is === 'missing')
      return { annotation: { type: notConfigured, description: presence.toAdd } };
  return {};
}

type Personas = Readonly<Record<PersonaName, Visitor>>;

/** Why a persona need not visit: the product has nobody like it, or it cannot, and that is waived. */
async function excuseFrom(name: PersonaName, { sessions }: Stage): Promise<string | undefined> {
  const persona: Persona = personas[name];
  const excuses = excusesOf(product);
  const absent = excuses.find(({ is, what }) => is === 'without' && what === persona.account);
  if (absent) return product.without[absent.what === 'admin' ? 'admin' : 'wrongTenant'];
  const waiver = excuses.find(({ is, what }) => is === 'waived' && what === name);
  if (!waiver) return undefined;
  return sessions.of(persona).then(
    () => undefined,
    () => waiver.why,
  );
}

interface OfTest {
  /** How visitors come: `test.use({ by: 'api' })` in a file that is about the API alone spares it the browser. */
  readonly by: Way;
  /** A visitor by its persona's name, for guarantees that are about several of them. */
  readonly as: (name: PersonaName) => Promise<Visitor>;
  /** Several of them at once, for guarantees that try the same with each. */
  readonly all: (...names: readonly PersonaName[]) => Promise<readonly Visitor[]>;
  /** The same with the API client alone, also where others come with a browser. */
  readonly byApi: (...names: readonly PersonaName[]) => Promise<readonly Visitor[]>;
  /** One browser, several people: who sits there first has used everything, and leaves it to the next one. */
  readonly oneBrowser: (first: PersonaName, of?: Pick<Persona, 'device' | 'network'>) => Promise<Sharer>;
  readonly stage: Stage;
  /** The gates: how fast, and how good on a phone. What it measures is left for the report. */
  readonly measure: {
    silenceOf(visitor: Visitor): Promise<readonly Gate[]>;
    readsOf(visitor: Visitor): Promise<readonly Gate[]>;
    page(path: string): Promise<readonly Gate[]>;
  };
  /** Plants a value in every channel of a page of its own, and names the channels that did not see theirs. */
  readonly checkListeners: () => Promise<readonly string[]>;
  readonly visitors: Map<string, Promise<OpenedVisitor>>;
  readonly invite: (name: PersonaName, by: Way) => Promise<Visitor>;
}

interface OfWorker {
  readonly oracle: Oracle;
  readonly politeness: Politeness;
  readonly sessions: SessionsOfWorker;
  readonly familiar: Familiar;
  readonly watched: () => Promise<WatchedBrowser>;
  readonly muted: void;
}

/** Each persona by its own name: opened when a test first asks for it, isolated from everybody else. */
const persona =
  (name: PersonaName) =>
  async ({ as }: OfTest, use: (visitor: Visitor) => Promise<void>) => {
    await use(await as(name));
  };

/** Several at once. Who could not come has not been tried; the others have. */
async function gathering(
  invite: (name: PersonaName) => Promise<Visitor>,
  stage: Stage,
  use: (all: OfTest['all']) => Promise<void>,
): Promise<void> {
  const absent: string[] = [];
  await use(async (...names) => {
    const excuses = await Promise.all(names.map((name) => excuseFrom(name, stage)));
    const expected = names.filter((_, index) => excuses[index] === undefined);
    // Where nobody is left, the first one's excuse is the test's.
    const came = await Promise.allSettled((expected.length > 0 ? expected : names.slice(0, 1)).map(invite));
    const visitors = came.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    for (const one of came) if (one.status === 'rejected') absent.push(String(one.reason));
    if (visitors.length === 0) throw new Error(absent.join('\n'));
    return visitors;
  });
  plainExpect(absent, 'visitors who could not come').toEqual([]);
}

export const test = base.extend<Personas & OfTest, OfWorker>({
  oracle: [
    async ({}, use) => {
      await use(
        createOracle({ records: product.records, publicValues: product.public, key: fingerprintKey() }),
      );
    },
    { scope: 'worker' },
  ],
  /** What a test prints is masked before any reporter is told of it. */
  muted: [
    async ({}, use) => {
      const unmute = muteSecrets(createRunMask(gatherLiterals(product).literals));
      await use();
      unmute();
    },
    { scope: 'worker', auto: true },
  ],
  politeness: [
    async ({}, use, { config }) => {
      const { requestsPerSecond, chatMessages } = product.limits;
      const { allowedHosts } = product;
      const { workers } = config;
      const pauses = pausesOfRun();
      await use(createPoliteness({ requestsPerSecond, chatMessages, allowedHosts, workers, pauses }));
    },
    { scope: 'worker' },
  ],
  sessions: [
    async ({}, use) =>
      use(isRehearsal() ? rehearsedSessions(product) : sessionsOfWorker(product, rememberToken)),
    { scope: 'worker' },
  ],
  watched: [
    async ({ headless }, use) => {
      let launching: Promise<WatchedBrowser> | undefined;
      await use(() => {
        if (isRehearsal()) throw new Error(needsBrowser);
        return (launching ??= launchWatched({ headless }));
      });
      await (await launching)?.close();
    },
    { scope: 'worker' },
  ],
  familiar: [async ({ watched }, use) => use(familiarValues(product, watched)), { scope: 'worker' }],
  browser: [async ({ watched }, use) => use((await watched()).browser), { scope: 'worker' }],

  visitors: async ({}, use) => use(new Map()),

  /** Automatic, so that every test is watched: what its visitors were shown is searched when it ends. */
  stage: [
    async ({ oracle, politeness, sessions, familiar, visitors }, use, testInfo) => {
      const untestable = testInfo.annotations.find(({ type }) => type === notApplicable);
      testInfo.skip(untestable !== undefined, untestable?.description ?? '');
      const facts = gatherFacts();
      const unsaid = testInfo.annotations.find(({ type }) => type === notConfigured);
      if (unsaid) facts.unknown({ what: notConfigured, detail: unsaid.description ?? '' });
      const rehearsal = isRehearsal() && { rehearsal: rehearse() };
      const stage = {
        product,
        oracle,
        politeness,
        sessions,
        familiar,
        facts,
        key: fingerprintKey(),
        ...rehearsal,
      };
      await use(stage);
      if (rehearsal) return attachPlan(testInfo, stage);
      const opened = (await Promise.allSettled(visitors.values())).flatMap((one) =>
        one.status === 'fulfilled' ? [one.value] : [],
      );
      const wrongs = [
        ...(await endWatch(opened, stage)),
        ...(unsaid ? [`unknown: ${unsaid.description}`] : []),
      ];
      const body = JSON.stringify(stage.facts.facts(), null, 1);
      await testInfo.attach(factsAttachment, { body, contentType: 'application/json' });
      await Promise.all(opened.map((one) => one.close()));
      plainExpect(wrongs, 'the watch over everything that was shown').toEqual([]);
    },
    { auto: true },
  ],

  by: ['browser', { option: true }],

  as: async ({ invite, by }, use) => use((name) => invite(name, by)),

  invite: async ({ stage, visitors, watched }, use, testInfo) => {
    await use(async (name, by) => {
      const why = await excuseFrom(name, stage);
      if (why !== undefined) {
        testInfo.annotations.push({ type: notApplicable, description: `${name}: ${why}` });
        testInfo.skip(true, why);
      }
      const known = visitors.get(name);
      if (known) return (await known).visitor;
      const who = { name, persona: personas[name], by, watched, stage };
      const opening = stage.rehearsal ? rehearsedVisitor(who, stage.rehearsal) : openVisitor(who);
      visitors.set(name, opening);
      return (await opening).visitor;
    });
  },

  all: async ({ invite, by, stage }, use) => gathering((name) => invite(name, by), stage, use),

  byApi: async ({ invite, stage }, use) => gathering((name) => invite(name, 'api'), stage, use),

  oneBrowser: async ({ stage, visitors, watched }, use) => {
    await use((name, of) => {
      if (stage.rehearsal) throw new Error(needsBrowser);
      const sharer = { ...personas[name], ...of };
      return shareBrowser({
        opening: { name, persona: sharer, by: 'browser', watched, stage },
        personaOf: (next) => personas[personaNamed(next, 'a test')],
        register: (opened) => visitors.set(opened.visitor.name, Promise.resolve(opened)),
      });
    });
  },

  checkListeners: async ({ watched }, use) => {
    await use(async () => {
      if (isRehearsal()) throw new Error(needsBrowser);
      const { browser, watch } = await watched();
      const context = await browser.newContext();
      await prepareContext(context);
      const { missed } = await selfCheck(watch, context);
      await context.close();
      return missed;
    });
  },

  measure: async ({ stage }, use) => {
    await use({
      readsOf: measureOwnReads,
      silenceOf: measureSilence,
      page: (path) => measurePage(path, stage),
    });
  },

  loggedOut: persona('loggedOut'),
  userA: persona('userA'),
  userB: persona('userB'),
  wrongTenant: persona('wrongTenant'),
  expiredSession: persona('expiredSession'),
  forgedToken: persona('forgedToken'),
  signedOut: persona('signedOut'),
  otherAudience: persona('otherAudience'),
  otherProject: persona('otherProject'),
  publishableKey: persona('publishableKey'),
  selfPromoted: persona('selfPromoted'),
  mobile: persona('mobile'),
  slowNetwork: persona('slowNetwork'),
  admin: persona('admin'),
});
