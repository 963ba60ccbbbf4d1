import { previewsOf } from '../product/previews';
import type { Read } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Attempt, Finding, Verdict } from '../words';
import { controlAlive } from './control-own';
import { betweenControls } from './controls';
import { isAlive } from './diagnose';
import { firstRecordOf } from './first-record';
import { lookAt } from './look';
import { isShown, sendTry, subjectOf } from './read';
import { sendAs } from './send-as';
import { requestOf, shapeOf } from './techniques/replay';
import { isList } from './techniques/takes';
import type { Try } from './techniques/technique';

/**
 * Everything of the keeper's that the site serves, asked for at the addresses of its drafts: by the requests of the config
 * (one by id and one list of each kind), and by the pages as a server sends them.
 */
export async function tryPreviews(
  intruders: readonly Visitor[],
  keeper: Visitor,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const preview of previewsOf(keeper.stage.product))
    for (const wanted of wantedOf(keeper))
      attempts.push(...(await tryAt(preview, wanted, intruders, keeper)));
  return attempts;
}

/** Something that the site serves to its keeper. */
interface Wanted {
  readonly read: Read;
  readonly kind: string;
  /** By the API it is shown to its keeper; a page is often drawn by scripts only. */
  readonly isPage: boolean;
}

function wantedOf(keeper: Visitor): readonly Wanted[] {
  const { reads, pages, site } = keeper.stage.product;
  const here = reads.filter(({ path }) => new URL(path, site).origin === site);
  const kinds = [...new Set(here.map(({ kind }) => kind))].filter((kind) => firstRecordOf(keeper, kind));
  const some = kinds.flatMap((kind) => {
    const ofKind = here.filter((read) => read.kind === kind);
    return [ofKind.find((read) => !isList(read)), ofKind.find(isList)].flatMap((read) => read ?? []);
  });
  const paths = [
    ...[...pages.public, ...pages.private].map((path) => ({ path, kind: kinds[0] ?? 'profile' })),
    ...pages.records.filter(({ kind }) => kinds.includes(kind)),
  ];
  return [
    ...some.map((read) => ({ read, kind: read.kind, isPage: false })),
    ...paths.map(({ path, kind }) => ({ read: { name: path, kind, path }, kind, isPage: true })),
  ];
}

async function tryAt(
  preview: string,
  { read, kind, isPage }: Wanted,
  intruders: readonly Visitor[],
  keeper: Visitor,
): Promise<readonly Attempt[]> {
  const record = firstRecordOf(keeper, kind);
  const request = record && requestOf(subjectOf({ record, keeper }, read));
  if (!record || !request) return [];
  const what = `${shapeOf(read)} at the address of the drafts`;
  const live: Try = { what, request, asked: read.rows ? 'rows' : 'endpoint' };
  const draft: Try = { ...live, request: { ...request, path: new URL(request.path, preview).href } };
  const planOf = ({ name }: Visitor) =>
    ({
      probe: { kind: 'request', what, technique: 'preview' },
      viewer: name,
      owner: record.owner,
      kind,
    }) as const;
  const control = async () =>
    isPage || (await isShown({ record, keeper }, read))
      ? undefined
      : `${keeper.name} is not shown its ${kind} at ${shapeOf(read)}`;
  const tryAs = (intruder: Visitor) =>
    betweenControls(
      async () => (isAlive(intruder.persona.session) ? controlAlive(intruder) : undefined),
      [planOf(intruder)],
      async () => {
        const { verdict, answer } = await sendTry(intruder, record.owner, read, draft);
        const isLedAway = verdict.is === 'unknown' && answer?.status.toString().startsWith('3');
        const judged: Verdict = isLedAway ? { is: 'held', because: 'plain-answer' } : verdict;
        return [await withCause({ ...planOf(intruder), verdict: judged, requests: 1 }, intruder, live)];
      },
    );
  return betweenControls(control, intruders.map(planOf), async () =>
    (await Promise.all(intruders.map(tryAs))).flat(),
  );
}

/** What the site itself refuses the same visitor, and a draft of it does not, is a matter of environments. */
async function withCause(attempt: Attempt, intruder: Visitor, live: Try): Promise<Attempt> {
  const { verdict } = attempt;
  if (verdict.is !== 'leaked') return attempt;
  const { exhibits } = await sendAs(intruder, live.request);
  if (lookAt(intruder, exhibits).foreign.length > 0) return attempt;
  const named = (finding: Finding): Finding => ({ ...finding, rootCause: 'environments-mixed' });
  const [first, ...more] = verdict.findings;
  return { ...attempt, verdict: { ...verdict, findings: [named(first), ...more.map(named)] } };
}
