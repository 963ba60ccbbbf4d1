import { claimsOf } from '../product/jwt';
import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, OwnerName, Verdict } from '../words';
import { controlOwn } from './control-own';
import { betweenControls, type Control } from './controls';
import { diagnose, type Asked } from './diagnose';
import { judgeAnswer, unknown, type JudgedAnswer } from './judge';
import { lookAt, showsRecordOf } from './look';
import { nobodyIsShown } from './nobody';
import { everyTableIsOpen, isShownForeign } from './open-tables';
import { sendAs } from './send-as';
import { techniques } from './techniques';
import { requestOf } from './techniques/replay';
import type { Subject, Try } from './techniques/technique';

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
  const subject = subjectOf(holding, read, intruder);
  const tries = techniques.flatMap((technique) => [...technique.tries(subject)]);
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
export function tryRequests(
  intruder: Visitor,
  { owner, kind }: Sought,
  read: Read,
  tries: readonly Try[],
  control: Control,
): Promise<readonly Attempt[]> {
  const planOf = ({ what }: Try) =>
    ({ probe: { kind: 'request', what }, viewer: intruder.name, owner, kind }) as const;
  return betweenControls(control, tries.map(planOf), async () => {
    const attempts: Attempt[] = [];
    // Of a leak, nobody is asked for it, too.
    for (const tried of tries) {
      const { verdict } = await sendTry(intruder, owner, read, tried);
      attempts.push({ ...planOf(tried), verdict, requests: verdict.is === 'leaked' ? 2 : 1 });
    }
    return attempts;
  });
}

/** What a technique needs to know of a holding, and of who tries. */
export function subjectOf({ record, keeper }: Holding, read: Read, intruder?: Visitor): Subject {
  const isOwn = keeper.persona.account === record.owner;
  const user = isOwn ? keeper.session?.userId : undefined;
  const session = intruder?.persona.session === 'forged' ? intruder.session : null;
  const own = intruder?.session?.userId;
  const subject = { read, record, user, ...(own !== undefined && { own }) };
  const token = session?.accessToken;
  if (!intruder || !session || token === undefined || claimsOf(token) === undefined) return subject;
  const { signIn } = intruder.stage.product;
  const headers = (accessToken: string) => signIn.headers({ ...session, accessToken });
  return { ...subject, forging: { token, headers } };
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
  const { foreign, unreadable } = lookAt(intruder, exhibits);
  if (foreign.length === 0 && unreadable.length > 0)
    return { verdict: unknown('unreadable', unreadable.join('; ')), answer };
  const showsOwn = intruder.viewer.sees.some((own) => showsRecordOf(intruder, exhibits, own));
  const { product } = intruder.stage;
  const verdict = judgeAnswer(answer, { findings: foreign, showsOwn, signInPath: product.pages.signIn });
  if (verdict.is !== 'leaked') return { verdict, answer };
  const asked = askedBy(tried, outcome.status, product.adminReads.includes(read));
  return { verdict: await withCauses(verdict, intruder, owner, tried, asked), answer };
}

function askedBy({ asked }: Try, status: number, admin: boolean): Asked {
  return asked === 'endpoint' ? { by: asked, status, admin } : { by: asked };
}

/** Rule 4 of the design: the same probe as nobody is worse when it works too, and it tells what is at fault. */
async function withCauses(
  { findings }: Extract<Verdict, { is: 'leaked' }>,
  intruder: Visitor,
  owner: OwnerName,
  { request, absent }: Try,
  asked: Asked,
): Promise<Verdict> {
  // A forged token travels in the request itself: with it, nobody would be somebody.
  const bare = asked.by === 'forged-token' ? { ...request, headers: {} } : request;
  const nobodyToo = await nobodyIsShown(intruder, owner, bare);
  const absentToo = absent !== undefined && (await isShownForeign(intruder, absent));
  const everyTable = asked.by === 'rows' && !nobodyToo && (await everyTableIsOpen(intruder));
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
    }),
    ...(nobodyToo && { severity: 'critical' }),
  });
  return { is: 'leaked', findings: [named(first), ...more.map(named)] };
}
