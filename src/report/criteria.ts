import { natureOf, type Nature } from '../nature';
import type { Feature } from '../product/features';
import type { Excuse } from '../product/waivers';
import type { Attempt, Finding, Gate, Probe } from '../words';
import type { Criterion, Figure, Unknown } from './acceptance-schema';
import type { Doubt, Gathered } from './gathered';
import { attemptInWords } from './gathered';
import { count, list, personInWords } from './people';
import type { Stage, TestRecord } from './results';
import { guaranteeOf } from './see-again';

/** What the criteria are measured against. */
export interface Measured extends Gathered {
  /** Stages without which the run is not whole. */
  readonly expected: readonly Stage[];
  /** Stages that left results. */
  readonly present: readonly Stage[];
  /** Kinds of records that the product has. */
  readonly kinds: readonly string[];
  /** What the config says need not be tried. */
  readonly excused: readonly Excuse[];
}

/** One sentence that was promised, and how to tell from what the tests left whether it is kept. */
interface Pledge {
  readonly id: string;
  readonly sentence: string;
  readonly stage: Stage;
  /** Specs that are about it: what goes wrong in one of them leaves a doubt here. */
  readonly isAbout: (test: TestRecord) => boolean;
  /** Attempts that try to break it. */
  readonly tries?: (attempt: Attempt, test: TestRecord) => boolean;
  /** Findings that break it, wherever they turned up. */
  readonly broken?: (finding: Finding, test: TestRecord) => boolean;
  readonly gates?: (gate: Gate) => boolean;
  /** What has to be among the attempts of a whole run. */
  readonly needs?: Needs;
  /** Without it, the pledge does not apply to a product. */
  readonly feature?: Feature;
  readonly figures?: (mine: Mine) => readonly Figure[];
}

interface Needs {
  readonly viewers?: readonly string[];
  /** Of each group, one. */
  readonly probes?: readonly (readonly Probe['kind'][])[];
  readonly everyKind?: true;
  readonly atLeast?: number;
  /** That something was measured. */
  readonly aGate?: true;
}

/** What of everything belongs to one pledge. */
interface Mine {
  readonly tests: readonly TestRecord[];
  /** Those of them that this product cannot be put to: the report lists them, with the reason. */
  readonly notApplicable: readonly TestRecord[];
  readonly attempts: readonly Attempt[];
  readonly findings: readonly Finding[];
  readonly gates: readonly Gate[];
  readonly doubts: readonly Doubt[];
  /** What could not be judged either, and is waived. */
  readonly waived: readonly { readonly doubt: Doubt; readonly by: Excuse }[];
}

const visitor = 'loggedOut';
const hardConditions = ['expiredSession', 'mobile', 'slowNetwork'];
const signedIn = ['userA', 'userB', 'wrongTenant'];

/** Messages of so many reasons are told; the rest is counted. */
const mostReasons = 4;

const pledges: readonly Pledge[] = [
  {
    id: 'visitors-and-chatbot',
    sentence: 'Logged-out visitors get no customer record through the chatbot',
    stage: 'guarantees',
    isAbout: ({ folder }) => folder === 'chatbot',
    tries: ({ probe, viewer }, { folder }) =>
      viewer === visitor && (probe.kind === 'chat' || folder === 'chatbot'),
    broken: ({ viewer, owner }, { folder }) => viewer === visitor && owner !== null && folder === 'chatbot',
    needs: { viewers: [visitor], probes: [['chat']] },
  },
  {
    id: 'own-records-only',
    sentence:
      'Each user’s chats, bookings, invoices, profile and internal notes stay hidden from the other user and from other tenants, on the pages and in the API',
    stage: 'guarantees',
    isAbout: ({ folder }) => isOneOf(folder, ['records', 'caching', 'database']),
    tries: ({ viewer }, { folder }) =>
      isOneOf(folder, ['records', 'caching', 'database']) || signedIn.includes(viewer),
    broken: ({ viewer, owner }, { folder }) =>
      owner !== null && (isOneOf(folder, ['records', 'caching', 'database']) || signedIn.includes(viewer)),
    needs: { viewers: signedIn, probes: [['request'], ['navigation', 'chat']], everyKind: true },
  },
  {
    id: 'admin-only',
    sentence: 'Admin views and the admin API need an explicit admin session, checked on the server',
    stage: 'guarantees',
    feature: 'admin',
    isAbout: ({ folder }) => folder === 'roles',
    tries: (_, { folder }) => folder === 'roles',
    broken: ({ owner }, { folder }) => owner !== null && folder === 'roles',
    needs: { probes: [['request'], ['navigation']] },
  },
  {
    id: 'safe-answers',
    sentence:
      'Asked about an account that is not the asker’s, the bot answers safely; asked by the owner, it answers (every attempt includes that control)',
    stage: 'guarantees',
    isAbout: ({ folder }) => folder === 'chatbot',
    tries: ({ probe }) => probe.kind === 'chat',
    broken: ({ owner }, { folder }) => owner !== null && folder === 'chatbot',
    needs: { probes: [['chat']] },
  },
  {
    id: 'hard-conditions',
    sentence: 'With an expired session, on a phone and on a slow network the same records stay hidden',
    stage: 'guarantees',
    isAbout: ({ folder }) => isOneOf(folder, ['sessions', 'pages']),
    tries: ({ viewer }, { folder }) => folder === 'sessions' || hardConditions.includes(viewer),
    broken: ({ viewer, owner }, { folder }) =>
      owner !== null && (folder === 'sessions' || hardConditions.includes(viewer)),
    needs: { viewers: hardConditions },
  },
  {
    id: 'one-browser',
    sentence:
      'Who comes to a browser that somebody else has used, and who signs in there, is shown nothing of hers',
    stage: 'guarantees',
    isAbout: ({ folder }) => folder === 'browser',
    tries: (_, { folder }) => folder === 'browser',
    broken: ({ owner }, { folder }) => owner !== null && folder === 'browser',
    needs: { probes: [['navigation'], ['chat']] },
  },
  {
    id: 'twenty-requests',
    sentence:
      'At least 20 requests for somebody else’s records were attempted, and none of them read anything',
    stage: 'guarantees',
    feature: 'reads',
    isAbout: () => false,
    tries: ({ probe, viewer, owner }) => probe.kind === 'request' && viewer !== owner,
    needs: { atLeast: 20 },
    figures: ({ attempts }) => [
      { name: 'cross-user requests', value: String(attempts.length) },
      { name: 'unauthorised reads', value: String(timesOf(attempts, 'leaked')) },
      { name: 'unknown', value: String(timesOf(attempts, 'unknown')) },
    ],
  },
  seenNowhere('no-secrets', 'No secret is in anything that a browser was shown', {
    nature: 'secret',
    figure: 'secrets seen',
    by: 'fingerprint',
  }),
  seenNowhere('one-environment', 'No page talks to a staging system, or to its visitor’s own computer', {
    nature: 'environment',
    figure: 'other hosts',
    by: 'field',
  }),
  seenNowhere(
    'no-strangers',
    'No email address, telephone, card, bank account or national id of people beyond the test accounts is shown',
    { nature: 'stranger', figure: 'values seen', by: 'fingerprint' },
  ),
  {
    id: 'lighthouse',
    sentence: 'Lighthouse scores above 90 on the public pages, as a phone sees them',
    stage: 'gates',
    isAbout: ({ file }) => /lighthouse/i.test(file),
    gates: ({ gate }) => /lighthouse/i.test(gate),
    needs: { aGate: true },
    figures: ({ gates }) => gates.map(figureOfGate),
  },
  {
    id: 'read-latency',
    sentence: 'The p95 of authenticated reads is under 300 ms',
    stage: 'gates',
    feature: 'reads',
    isAbout: ({ file }) => /p95|latency|reads/i.test(file) && !/lighthouse/i.test(file),
    gates: ({ gate }) => /p95|latency/i.test(gate),
    needs: { aGate: true },
    figures: ({ gates }) => gates.map(figureOfGate),
  },
];

/** What the watch over every test must not have seen; the tests that open pages for its sake are those of `secrets`. */
function seenNowhere(
  id: string,
  sentence: string,
  what: { readonly nature: Nature; readonly figure: string; readonly by: 'fingerprint' | 'field' },
): Pledge {
  return {
    id,
    sentence,
    stage: 'guarantees',
    isAbout: ({ folder }) => folder === 'secrets',
    broken: (finding) => natureOf(finding) === what.nature,
    figures: ({ findings, tests }) => [
      { name: what.figure, value: String(new Set(findings.map((finding) => finding[what.by])).size) },
      { name: 'tests', value: String(tests.length) },
    ],
  };
}

/** The criteria, and what a whole run would have tried besides. */
export interface MeasuredCriteria {
  readonly criteria: readonly Criterion[];
  readonly gaps: readonly Unknown[];
}

/** Every pledge with its figures; a last one for all tests that belong to none of them, where there are any. */
export function measureCriteria(measured: Measured): MeasuredCriteria {
  const known = pledges.map((pledge) => measure(pledge, measured));
  const rest = measure(everythingElse, measured);
  const all = rest.criterion.is === 'not-tried' ? known : [...known, rest];
  return { criteria: all.map(({ criterion }) => criterion), gaps: all.flatMap(({ gaps }) => gaps) };
}

const everythingElse: Pledge = {
  id: 'everything-else',
  sentence: 'Everything else that the tests say holds',
  stage: 'guarantees',
  isAbout: (test) => !pledges.some((pledge) => pledge.isAbout(test)) && test.outcome !== 'not-applicable',
  tries: (attempt, test) => !pledges.some((pledge) => pledge.tries?.(attempt, test)),
  broken: (finding, test) => !pledges.some((pledge) => pledge.broken?.(finding, test)),
  gates: (gate) => !pledges.some((pledge) => pledge.gates?.(gate)),
  figures: ({ tests }) => [{ name: 'tests', value: String(tests.length) }],
};

function measure(pledge: Pledge, measured: Measured): { criterion: Criterion; gaps: readonly Unknown[] } {
  const { id, sentence, stage } = pledge;
  const mine = pick(pledge, measured);
  const missing = missingIn(pledge.needs ?? {}, mine, measured);
  const decided = decide(mine, missing, measured.expected.includes(stage));
  const mayBeExcused = decided.is !== 'failed' && mine.doubts.length === 0;
  const excuse = mayBeExcused ? excuseOf(pledge, mine, decided, measured.excused) : undefined;
  const verdict = excuse ? notTriedFor(excuse) : decided;
  const figures = wasTried(mine) ? (pledge.figures ?? countsOf)(mine) : [];
  // A stage that is missing as a whole is told once, and not again by each of its criteria.
  const isGap = verdict.is === 'unknown' && mine.doubts.length === 0 && measured.present.includes(stage);
  const gap: Unknown = { subject: sentence, what: 'not-run', detail: list(verdict.because) };
  return { criterion: { id, sentence, ...verdict, figures }, gaps: isGap ? [gap] : [] };
}

/** Why a pledge need not be kept: the product has no such thing, or what was in doubt about it is waived. */
function excuseOf(
  { id, feature }: Pledge,
  { waived }: Mine,
  decided: Pick<Criterion, 'is'>,
  excused: readonly Excuse[],
): Excuse | undefined {
  const without = excused.find(({ is, what }) => is === 'without' && what === feature);
  const waiver = excused.find(({ is, what }) => is === 'waived' && what === id);
  return without ?? waived[0]?.by ?? (decided.is === 'unknown' ? waiver : undefined);
}

function notTriedFor({ why }: Excuse): Pick<Criterion, 'is' | 'because'> {
  return { is: 'not-tried', because: [why] };
}

function pick(pledge: Pledge, measured: Measured): Mine {
  const { tests, attempts, findings, gates, doubts, excused } = measured;
  const own = doubts.filter((doubt) => belongsTo(pledge, doubt));
  const about = tests.filter((test) => pledge.isAbout(test));
  return {
    tests: about.filter(({ outcome }) => outcome !== 'not-applicable'),
    notApplicable: about.filter(({ outcome }) => outcome === 'not-applicable'),
    attempts: attempts.filter(({ it, test }) => pledge.tries?.(it, test)).map(({ it }) => it),
    findings: findings.filter(({ it, test }) => pledge.broken?.(it, test)).map(({ it }) => it),
    gates: gates.filter(({ it }) => pledge.gates?.(it)).map(({ it }) => it),
    doubts: own.filter((doubt) => waiverOf(doubt, excused) === undefined),
    waived: own.flatMap((doubt) => {
      const by = waiverOf(doubt, excused);
      return by ? [{ doubt, by }] : [];
    }),
  };
}

function belongsTo(pledge: Pledge, doubt: Doubt): boolean {
  if (doubt.attempt && doubt.test) return pledge.tries?.(doubt.attempt, doubt.test) ?? false;
  if (doubt.gate) return pledge.gates?.(doubt.gate) ?? false;
  return doubt.test ? pledge.isAbout(doubt.test) : false;
}

/** The waiver for what could not be judged, by the guarantee's title or by a criterion that it belongs to. */
export function waiverOf(doubt: Doubt, excused: readonly Excuse[]): Excuse | undefined {
  const ids = pledges.filter((pledge) => belongsTo(pledge, doubt)).map(({ id }) => id);
  const names = [...ids, ...(doubt.test ? [guaranteeOf(doubt.test)] : [])];
  return excused.find(({ is, what }) => is === 'waived' && names.includes(what));
}

function decide(
  mine: Mine,
  missing: readonly string[],
  isExpected: boolean,
): Pick<Criterion, 'is' | 'because'> {
  const bad = whatIsBad(mine);
  if (bad.length > 0) return { is: 'failed', because: shorten(bad) };
  const doubtful = mine.doubts.map(({ unknown }) => `${unknown.subject}: ${unknown.detail}`);
  if (doubtful.length > 0) return { is: 'unknown', because: shorten(doubtful) };
  const gaps = wasTried(mine) ? missing : ['nothing was tried for it in this run'];
  if (gaps.length === 0) return { is: 'met', because: [] };
  return { is: isExpected ? 'unknown' : 'not-tried', because: gaps };
}

function whatIsBad({ attempts, findings, gates }: Mine): string[] {
  const leaked = attempts.filter(({ verdict }) => verdict.is === 'leaked').map(attemptInWords);
  const seen = findings.map(seenInWords);
  const missed = gates.filter(({ verdict }) => verdict.is === 'missed').map(gateInWords);
  return [...new Set([...leaked, ...seen, ...missed])];
}

function seenInWords(finding: Finding): string {
  const { viewer, owner, kind, field, channel } = finding;
  const who = personInWords(viewer);
  const whose = personInWords(owner ?? 'nobody');
  switch (natureOf(finding)) {
    case 'record':
      return `${who} was shown the ${field} of ${whose}’s ${kind} (${channel})`;
    case 'write':
      return `${who} changed the ${field} of ${whose}’s ${kind}`;
    case 'session':
      return `${who} opened an ended session of ${whose} again`;
    case 'secret':
      return `${who} was shown a secret (${kind}) (${channel})`;
    case 'environment':
      return `the page of ${who} talks to ${field}: ${kind}`;
    case 'stranger':
      return `${who} was shown the ${kind} of somebody whom the config does not know (${channel})`;
  }
}

/** What a whole run would have had besides. */
function missingIn(
  needs: Needs,
  mine: Mine,
  { kinds, excused }: Pick<Measured, 'kinds' | 'excused'>,
): string[] {
  const { attempts, gates } = mine;
  const missing: string[] = [];
  const isExcused = (name: string) => excused.some(({ what }) => what === name);
  if (needs.aGate && gates.length === 0) missing.push('nothing was measured');
  const has = (matches: (attempt: Attempt) => boolean) => attempts.some(matches);
  for (const viewer of needs.viewers ?? []) {
    const mayBeAbsent = isExcused(viewer) || cannotCome(viewer, mine);
    if (!mayBeAbsent && !has((attempt) => attempt.viewer === viewer))
      missing.push(`nothing was tried as ${personInWords(viewer)}`);
  }
  for (const probes of needs.probes ?? []) {
    if (probes.every((kind) => kind === 'request') && isExcused('reads')) continue;
    if (!has(({ probe }) => probes.includes(probe.kind)))
      missing.push(`nothing was tried by ${probes.join(' or ')}`);
  }
  const untried = needs.everyKind ? kinds.filter((kind) => !has((attempt) => attempt.kind === kind)) : [];
  if (untried.length > 0) missing.push(`nothing was tried for records of the kind ${list(untried)}`);
  if (attempts.length < (needs.atLeast ?? 0))
    missing.push(`only ${count(attempts.length, 'request')} of ${needs.atLeast}`);
  return missing;
}

/** A guarantee that names this visitor is listed among what this product cannot be put to. */
function cannotCome(viewer: string, { notApplicable }: Mine): boolean {
  return notApplicable.some(({ titlePath }) => titlePath.join(' ').includes(viewer));
}

function wasTried({ attempts, findings, gates, tests }: Mine): boolean {
  return attempts.length + findings.length + gates.length + tests.length > 0;
}

function countsOf({ attempts }: Mine): Figure[] {
  const kinds = [...new Set(attempts.map(({ probe }) => probe.kind))].toSorted();
  const byProbe = kinds.map(
    (kind) => `${attempts.filter(({ probe }) => probe.kind === kind).length} by ${kind}`,
  );
  return [
    { name: 'attempts', value: attempts.length === 0 ? '0' : `${attempts.length} (${byProbe.join(', ')})` },
    { name: 'held', value: String(timesOf(attempts, 'held')) },
    { name: 'leaked', value: String(timesOf(attempts, 'leaked')) },
    { name: 'unknown', value: String(timesOf(attempts, 'unknown')) },
  ];
}

function figureOfGate({ gate, subject, verdict }: Gate): Figure {
  const name = `${gate} ${subject}`;
  if (verdict.is === 'unknown') return { name, value: 'unknown' };
  return { name, value: `${Number(verdict.measured.toFixed(1))} ${verdict.unit}`.trim() };
}

function gateInWords({ gate, subject, verdict }: Gate): string {
  if (verdict.is === 'unknown') return `${gate} of ${subject} could not be measured`;
  const { measured, unit, limit } = verdict;
  return `${gate} of ${subject} is ${Number(measured.toFixed(1))} ${unit}, the limit is ${limit} ${unit}`;
}

function timesOf(attempts: readonly Attempt[], is: Attempt['verdict']['is']): number {
  return attempts.filter(({ verdict }) => verdict.is === is).length;
}

function shorten(reasons: readonly string[]): string[] {
  const distinct = [...new Set(reasons)];
  if (distinct.length <= mostReasons) return distinct;
  return [...distinct.slice(0, mostReasons), `and ${distinct.length - mostReasons} more, below`];
}

function isOneOf(folder: string | null, folders: readonly string[]): boolean {
  return folder !== null && folders.includes(folder);
}
