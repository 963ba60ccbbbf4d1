import { readExhibits } from '../../oracle/read-exhibits';
import type { Visitor } from '../../visit/visitor';
import type { Attempt, Endpoint, Exhibit, Finding, RootCause, Verdict } from '../../words';
import { betweenControls } from '../controls';
import { controlAlive } from '../control-own';
import { isAlive } from '../diagnose';
import { judgeAnswer, unknown, type JudgedAnswer } from '../judge';
import { lookAt, showsRecordOf } from '../look';
import { observed } from '../observed';
import { knownIdsOf } from '../recorder/known-ids';
import { recordsIn } from '../recorder/measure';
import { looksLikeId } from '../recorder/parameters';
import { sendAs } from '../send-as';
import { fieldsOf, parsed, storedFilesIn, type StoredFile } from './file';
import { linkIn, linkTo, listsEntry, readsOf, waysTo, type WayToFile } from './ways';

/** Files of one bucket that are looked into; those of one bucket have the same rules. */
export const mostOfBucket = 2;

/** A file that holds somebody's records, and whose. */
interface OwnedFile {
  readonly file: StoredFile;
  readonly owner: string;
  readonly kind: string;
}

/** What was found out about the files that a browser asked for. */
export interface TriedFiles {
  readonly endpoints: readonly Endpoint[];
  readonly attempts: readonly Attempt[];
}

/**
 * Every file of a bucket that the keeper's browser named and that holds its records: others try to list it, to be given a
 * link to it, and to read it. What holds nobody's records (a gallery) is left alone, whoever may list it.
 */
export async function tryStoredFiles(intruders: readonly Visitor[], keeper: Visitor): Promise<TriedFiles> {
  const endpoints: Endpoint[] = [];
  const attempts: Attempt[] = [];
  for (const file of fewOfEachBucket(storedFilesIn(keeper.ledger.exchanges()))) {
    const { product } = keeper.stage;
    if (!product.allowedHosts.includes(new URL(file.api).host)) continue;
    const records = await recordsIn(keeper, await readAsOwner(keeper, file));
    const own = records?.find(({ owner }) => owner === keeper.persona.account);
    const triedAs = own ? waysTo(file).map(({ what }) => what) : [];
    endpoints.push(endpointOf(file, records, triedAs));
    if (own) attempts.push(...(await tryFile(intruders, keeper, { file, ...own })));
  }
  return { endpoints, attempts: withCauses(attempts, intruders) };
}

function fewOfEachBucket(files: readonly StoredFile[]): readonly StoredFile[] {
  const counts = new Map<string, number>();
  return files.filter(({ api, bucket }) => {
    const count = (counts.get(`${api} ${bucket}`) ?? 0) + 1;
    counts.set(`${api} ${bucket}`, count);
    return count <= mostOfBucket;
  });
}

function endpointOf(file: StoredFile, records: Endpoint['records'], triedAs: readonly string[]): Endpoint {
  const what = `files of the bucket ${file.bucket}`;
  return { what, foundIn: 'pages', auth: ['bearer'], ids: [], records, triedAs };
}

/** What its owner is shown of a file, by a link as pages do it, or else by itself. */
async function readAsOwner(keeper: Visitor, file: StoredFile): Promise<readonly Exhibit[]> {
  const linked = await send(keeper, file, linkTo(file));
  if (linked.answer?.status === 200) return linked.exhibits;
  const read = await Promise.all(readsOf(file).map((way) => send(keeper, file, way)));
  return read.flatMap(({ exhibits }) => exhibits);
}

async function tryFile(
  intruders: readonly Visitor[],
  keeper: Visitor,
  { file, owner, kind }: OwnedFile,
): Promise<readonly Attempt[]> {
  const strangers = intruders.filter(({ viewer }) => !viewer.sees.includes(owner));
  const ways = waysTo(file);
  const planOf = (intruder: Visitor, { what }: WayToFile) =>
    ({
      probe: { kind: 'request', what, technique: 'stored-file' },
      viewer: intruder.name,
      owner,
      kind,
    }) as const;
  const isShown = async () =>
    showsRecordOf(keeper, await readAsOwner(keeper, file), owner, kind)
      ? undefined
      : `${keeper.name} is not shown its ${kind} in its own file of the bucket ${file.bucket}`;
  const tryAs = (intruder: Visitor) =>
    betweenControls(
      async () => (isAlive(intruder.persona.session) ? controlAlive(intruder) : undefined),
      ways.map((way) => planOf(intruder, way)),
      async () => {
        const attempts: Attempt[] = [];
        for (const way of ways) {
          const verdict = await tryWay(intruder, { file, owner, kind }, way);
          attempts.push({ ...planOf(intruder, way), verdict, requests: way.givesLink ? 2 : 1 });
        }
        return attempts;
      },
    );
  return betweenControls(
    isShown,
    strangers.flatMap((intruder) => ways.map((way) => planOf(intruder, way))),
    async () => (await Promise.all(strangers.map(tryAs))).flat(),
  );
}

async function tryWay(intruder: Visitor, owned: OwnedFile, way: WayToFile): Promise<Verdict> {
  const { exhibits, answer, failed } = await send(intruder, owned.file, way);
  if (!answer) return unknown('timeout', `${way.what} was not answered: ${failed ?? 'no answer came'}`);
  const { foreign, unreadable } = lookAt(intruder, exhibits);
  const findings = [...foreign, ...tellsOf(intruder, owned, way, answer)];
  if (findings.length === 0 && unreadable.length > 0) return unknown('unreadable', unreadable.join('; '));
  const { signIn } = intruder.stage.product.pages;
  return judgeAnswer(answer, { findings, showsOwn: false, signInPath: signIn });
}

/** A list that names the file, or the folder that is called like its owner, tells where to find it. */
function tellsOf(
  intruder: Visitor,
  { file, owner, kind }: OwnedFile,
  { tellsBy, request }: WayToFile,
  { text }: JudgedAnswer,
): readonly Finding[] {
  if (tellsBy === undefined || !listsEntry(text, tellsBy)) return [];
  const isWhole = decodeURIComponent(file.name).endsWith(tellsBy);
  if (!isWhole && !looksLikeId(tellsBy) && !knownIdsOf(intruder).has(tellsBy)) return [];
  const seen = observed(intruder, {
    rule: 'foreign-identifier',
    severity: 'medium',
    owner,
    kind,
    field: 'name of a file',
    channel: 'api-body',
    where: { part: 'body', url: request.path },
    rootCause: 'broad-policy',
    about: file.name,
  });
  return [seen];
}

interface Sent {
  readonly exhibits: readonly Exhibit[];
  /** The last answer: of a link, where one was given. */
  readonly answer?: JudgedAnswer;
  readonly failed?: string;
}

async function send(visitor: Visitor, file: StoredFile, way: WayToFile): Promise<Sent> {
  const request = { ...way.request, headers: headersOf(visitor) };
  const { outcome, exhibits } = await sendAs(visitor, request);
  if (outcome.failed !== undefined) return { exhibits, failed: outcome.detail };
  const link = way.givesLink ? linkIn(file, outcome.text()) : undefined;
  if (link === undefined) return { exhibits, answer: meant(outcome.status, outcome.headers, outcome.text()) };
  // Not by `sendAs`: the link is what was given, and no word of the visitor's own.
  const followed = await visitor.api.send({ path: link });
  if (followed.failed !== undefined) return { exhibits, failed: followed.detail };
  return {
    exhibits: [...exhibits, ...(await readExhibits(followed.shown))],
    answer: meant(followed.status, followed.headers, followed.text()),
  };
}

/** Who is not signed in carries the key of every page where a login belongs, as the page's own client does. */
function headersOf({ session, stage }: Visitor): Readonly<Record<string, string>> {
  const key = stage.product.signIn.publishableKey?.();
  return session === null && key ? { authorization: `Bearer ${key}` } : {};
}

/** Supabase Storage answers 400, and says in the body which status it means. */
function meant(status: number, headers: JudgedAnswer['headers'], text: string): JudgedAnswer {
  const said = Number(fieldsOf(parsed(text))['statusCode']);
  return { status: status === 400 && [401, 403, 404].includes(said) ? said : status, headers, text };
}

/**
 * A bucket is closed unless a policy opens it: what a live session, or nobody, is given, a policy gives. What only a dead
 * session is given, is no matter of policies.
 */
function withCauses(attempts: readonly Attempt[], intruders: readonly Visitor[]): readonly Attempt[] {
  const isPlain = (viewer: string) => {
    const session = intruders.find(({ name }) => name === viewer)?.persona.session;
    return session === undefined || session === 'none' || isAlive(session);
  };
  const leaks = attempts.filter(({ verdict }) => verdict.is === 'leaked');
  const open = new Set(leaks.filter(({ viewer }) => isPlain(viewer)).map(({ probe }) => probe.what));
  return attempts.map((attempt) => {
    const { verdict, probe, viewer } = attempt;
    if (verdict.is !== 'leaked') return attempt;
    const isPolicy = isPlain(viewer) || open.has(probe.what);
    const rootCause: RootCause = isPolicy ? 'broad-policy' : 'session-not-checked';
    const [first, ...more] = verdict.findings;
    const named = (finding: Finding): Finding => ({ ...finding, rootCause });
    return { ...attempt, verdict: { ...verdict, findings: [named(first), ...more.map(named)] } };
  });
}
