import { claimsOf } from '../product/jwt';
import { tenantOf } from '../product/tenants';
import type { Read, Session } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, Finding, OwnerName, Verdict } from '../words';
import { controlOwn } from './control-own';
import { betweenControls, type Control } from './controls';
import { diagnose, isAlive, type Asked } from './diagnose';
import { forgingOf } from './forging';
import { judgeAnswer, unknown, type JudgedAnswer } from './judge';
import { lookAtAnswer, showsRecordOf } from './look';
import { nobodyIsShown, strangersAreShown } from './nobody';
import { everyTableIsOpen, isShownForeign, othersHold } from './open-tables';
import { sendAs } from './send-as';
import { servedOnly } from './served';
import { techniques } from './techniques';
import { requestOf } from './techniques/replay';
import { isList, namesNothing } from './techniques/takes';
import type { Subject, Try } from './techniques/technique';
import { probeOf, triesOf } from './techniques/tries-of';

/** Whose records of which kind are sought. */
export interface Sought {
  readonly owner: OwnerName;
  readonly kind: string;
}

/**
 * Attempts to read somebody else's record by one read of the config, by the verdict rule of the design: the keeper
 * reads it, and the intruder its own, in the same way before and after, and in between the intruder tries.
 */
export async function tryRead(intruder: Visitor, holding: Holding, read: Read): Promise<readonly Attempt[]> {
  const forging = await forgingOf(intruder, holding, read);
  const subject = { ...subjectOf(holding, read, intruder), ...(forging && { forging }) };
  const all = triesOf(techniques, subject);
  // Whether a dead session is served is no matter of how one asks.
  const { session } = intruder.persona;
  const mayGuess = isAlive(session) || session === 'none';
  const tries = mayGuess ? await servedOnly(holding, all) : all.filter(({ isGuess }) => !isGuess);
  return tryRequests(intruder, holding.record, read, tries, readControl(intruder, holding, read));
}

/** By this read the keeper is shown its record, and the intruder, with the same session, its own. */
export function readControl(intruder: Visitor, holding: Holding, read: Read): Control {
  const { keeper, record } = holding;
  return async () =>
    (await isShown(holding, read))
      ? controlOwn(intruder, read)
      : `${keeper.name} is not shown its ${record.kind} at ${read.path}`;
}

/** Attempts at requests between their controls, whatever those are. */
export async function tryRequests(
  intruder: Visitor,
  { owner, kind }: Sought,
  read: Read,
  tries: readonly Try[],
  control: Control,
): Promise<readonly Attempt[]> {
  const planOf = (tried: Try) => ({ probe: probeOf(tried), viewer: intruder.name, owner, kind });
  const tryAll = async (batch: readonly Try[]) => {
    const attempts: Attempt[] = [];
    // Of a leak, nobody is asked for it, too.
    for (const tried of batch) {
      const sent = await sendTry(intruder, owner, read, tried);
      const isClaim = tried.asked === 'claimed-identity' && batch[0]?.asked === 'endpoint';
      const verdict = isClaim ? causedAlike(sent.verdict, attempts[0]?.verdict) : sent.verdict;
      attempts.push({ ...planOf(tried), verdict, requests: verdict.is === 'leaked' ? 2 : 1 });
    }
    return attempts;
  };
  return inBatches(control, tries, planOf, tryAll);
}

/** What the plain request gives already, no claim in a later one is the cause of. */
function causedAlike(verdict: Verdict, plain: Verdict | undefined): Verdict {
  if (verdict.is !== 'leaked' || plain?.is !== 'leaked') return verdict;
  const known = new Map(plain.findings.map(({ fingerprint, rootCause }) => [fingerprint, rootCause]));
  const alike = (finding: Finding): Finding => {
    const rootCause = known.get(finding.fingerprint) ?? finding.rootCause;
    return { ...finding, ...(rootCause && { rootCause }) };
  };
  const [first, ...more] = verdict.findings;
  return { ...verdict, findings: [alike(first), ...more.map(alike)] };
}

/** So many tries at most between two controls: what is sent in between may well end a session that was good before. */
const batchSize = 8;

async function inBatches(
  control: Control,
  tries: readonly Try[],
  planOf: (tried: Try) => Omit<Attempt, 'verdict' | 'requests'>,
  run: (batch: readonly Try[]) => Promise<readonly Attempt[]>,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (let at = 0; at < tries.length; at += batchSize) {
    const batch = tries.slice(at, at + batchSize);
    attempts.push(...(await betweenControls(control, batch.map(planOf), () => run(batch))));
  }
  return attempts;
}

/** What a technique needs to know of a holding, and of who tries. */
export function subjectOf({ record, keeper }: Holding, read: Read, intruder?: Visitor): Subject {
  const isOwn = keeper.persona.account === record.owner;
  const user = isOwn ? keeper.session?.userId : undefined;
  const own = intruder && isAlive(intruder.persona.session) ? intruder.session?.userId : undefined;
  const tenant = isOwn && keeper.session ? tenantOfSession(keeper.session) : undefined;
  const { reads } = keeper.stage.product;
  return {
    read,
    record,
    user,
    reads,
    ...(own !== undefined && { own }),
    ...(tenant !== undefined && { tenant }),
  };
}

const tenants = new WeakMap<Session, { readonly tenant: string | undefined }>();

/** Each token is read once: a subject is made for every try. */
function tenantOfSession(session: Session): string | undefined {
  const known = tenants.get(session) ?? { tenant: tenantOf(claimsOf(session.accessToken)) };
  tenants.set(session, known);
  return known.tenant;
}

/** The positive control: whether the keeper is shown its record by this read. */
export async function isShown(holding: Holding, read: Read): Promise<boolean> {
  const request = requestOf(subjectOf(holding, read));
  if (!request) return false;
  const { record, keeper } = holding;
  const { exhibits } = await sendAs(keeper, request);
  return showsRecordOf(keeper, exhibits, record.owner, record.kind);
}

/** What came of one try: its verdict, and the answer where there was one. */
export interface Tried {
  readonly verdict: Verdict;
  readonly answer?: JudgedAnswer;
}

/** Sends one try and judges the answer by whose records are in it. */
export async function sendTry(intruder: Visitor, owner: OwnerName, read: Read, tried: Try): Promise<Tried> {
  const { outcome, exhibits } = await sendAs(intruder, tried.request);
  if (outcome.failed !== undefined)
    return { verdict: unknown('timeout', `${tried.what} was not answered: ${outcome.detail}`) };
  const answer = { status: outcome.status, headers: outcome.headers, text: outcome.text() };
  const { foreign, unreadable, shown } = lookAtAnswer(intruder, exhibits);
  if (foreign.length === 0 && unreadable.length > 0)
    return { verdict: unknown('unreadable', unreadable.join('; ')), answer };
  const showsOwn = intruder.viewer.sees.some((own) => shown.has(own));
  const { product } = intruder.stage;
  const verdict = judgeAnswer(answer, { findings: foreign, showsOwn, signInPath: product.pages.signIn });
  if (verdict.is !== 'leaked') return { verdict, answer };
  const admin = product.adminReads.includes(read) || product.pages.admin.includes(read.path);
  const asked = askedBy(tried, read, outcome.status, admin);
  return { verdict: await withCauses(verdict, { intruder, owner, read, tried, asked }), answer };
}

function askedBy({ asked, request }: Try, read: Read, status: number, admin: boolean): Asked {
  if (asked !== 'endpoint') return { by: asked };
  return { by: asked, status, admin, namesNothing: isList(read) && namesNothing(request) };
}

/** What leaked, to whom, and how it was asked for. */
interface Leak {
  readonly intruder: Visitor;
  readonly owner: OwnerName;
  readonly read: Read;
  readonly tried: Try;
  readonly asked: Asked;
}

/** Rule 4 of the design: the same probe as nobody is worse when it works too, and it tells what is at fault. */
async function withCauses({ findings }: Extract<Verdict, { is: 'leaked' }>, leak: Leak): Promise<Verdict> {
  const { intruder, owner, read, asked } = leak;
  const { request, absent } = leak.tried;
  // A forged token travels in the request itself: with it, nobody would be somebody.
  const bare = asked.by === 'forged-token' ? withoutToken(request) : request;
  const nobodyToo = await nobodyIsShown(intruder, owner, bare);
  const absentToo = absent !== undefined && (await isShownForeign(intruder, absent));
  const everyTable = asked.by === 'rows' && !nobodyToo && (await everyTableIsOpen(intruder));
  const byRows = asked.by === 'rows' && (nobodyToo || intruder.session === null);
  const strangerToo = byRows ? await strangersAreShown(intruder, owner, request) : undefined;
  const onlyHere = byRows && (await othersHold(intruder, read));
  const [first, ...more] = findings;
  const named = (finding: typeof first): typeof first => ({
    ...finding,
    rootCause: diagnose({
      finding,
      session: intruder.persona.session,
      asked,
      nobodyToo,
      absentToo,
      everyTable,
      ...(strangerToo !== undefined && { strangerToo }),
      onlyHere,
    }),
    ...(nobodyToo && { severity: 'critical' }),
  });
  return { is: 'leaked', findings: [named(first), ...more.map(named)] };
}

/** The same request without anything in its headers but the type of its body. */
function withoutToken(request: Try['request']): Try['request'] {
  const type = request.headers?.['content-type'];
  return { ...request, headers: type === undefined ? {} : { 'content-type': type } };
}
