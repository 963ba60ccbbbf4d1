import type { Visitor } from '../../visit/visitor';
import type { Attempt, OwnedRecord } from '../../words';
import { atOnce } from '../at-once';
import { controlAlive, controlOwn } from '../control-own';
import { betweenControls } from '../controls';
import { isAlive } from '../diagnose';
import { showsRecordOf } from '../look';
import { sendTry, subjectOf } from '../read';
import { sendAs } from '../send-as';
import { dropFilter } from '../techniques/drop-filter';
import { replay as plainReplay, requestOf } from '../techniques/replay';
import type { Try } from '../techniques/technique';
import { probeOf, triesOf } from '../techniques/tries-of';
import type { Replay } from './replay-of';

/** Endpoints under way at once; the rate of the config holds besides. */
const underWay = 8;

/** What is tried with each: the request as it was, and without its filter. The other techniques are for declared reads. */
const techniques = [plainReplay, dropFilter];

/** Every recorded endpoint, tried by each visitor between one set of its owner's controls. */
export async function replayAll(
  intruders: readonly Visitor[],
  keeper: Visitor,
  replays: readonly Replay[],
): Promise<readonly Attempt[]> {
  const attempts = await atOnce(replays, underWay, (replay) => tryReplay(intruders, keeper, replay));
  return attempts.flat();
}

async function tryReplay(
  intruders: readonly Visitor[],
  keeper: Visitor,
  replay: Replay,
): Promise<readonly Attempt[]> {
  const { record } = replay;
  const tries = triesWith(keeper, replay);
  const strangers = intruders.filter(({ viewer }) => !viewer.sees.includes(record.owner));
  const turns = strangers.map((intruder) => ({
    intruder,
    steps: tries.map((tried) => ({ tried, plan: planOf(intruder, record, tried) })),
  }));
  return betweenControls(
    () => isShownToKeeper(keeper, replay),
    turns.flatMap(plansOf),
    async () => (await Promise.all(turns.map((turn) => tryAs(turn, replay)))).flat(),
  );
}

type Plan = Omit<Attempt, 'verdict' | 'requests'>;

/** What one visitor is going to try, and what that is called. */
interface Turn {
  readonly intruder: Visitor;
  readonly steps: readonly { readonly tried: Try; readonly plan: Plan }[];
}

function plansOf({ steps }: Turn): readonly Plan[] {
  return steps.map(({ plan }) => plan);
}

/** What others are going to try with a recorded request: the same, whoever tries. */
function triesWith(keeper: Visitor, { read, record, headers }: Replay): readonly Try[] {
  const subject = subjectOf({ record, keeper }, read);
  return triesOf(techniques, subject).map((tried) => ({
    ...tried,
    request: { ...tried.request, headers: { ...headers, ...tried.request.headers } },
  }));
}

async function tryAs(turn: Turn, replay: Replay): Promise<readonly Attempt[]> {
  const { intruder, steps } = turn;
  const { record, read } = replay;
  const wrong = await ownControl(intruder, replay);
  return betweenControls(
    async () => wrong,
    plansOf(turn),
    async () => {
      const attempts: Attempt[] = [];
      for (const { tried, plan } of steps) {
        countIfChat(intruder, replay);
        const { verdict } = await sendTry(intruder, record.owner, read, tried);
        attempts.push({ ...plan, verdict, requests: verdict.is === 'leaked' ? 2 : 1 });
      }
      return attempts;
    },
  );
}

function planOf({ name }: Visitor, { owner, kind }: OwnedRecord, tried: Try): Plan {
  return { probe: probeOf(tried), viewer: name, owner, kind };
}

/** Rule 0 of the design for the owner, with the same request. */
async function isShownToKeeper(keeper: Visitor, replay: Replay): Promise<string | undefined> {
  const { read, record, headers, what } = replay;
  const request = requestOf({ read, record, user: keeper.session?.userId });
  countIfChat(keeper, replay);
  const { exhibits } = await sendAs(keeper, { ...(request ?? { path: read.path }), headers });
  if (showsRecordOf(keeper, exhibits, record.owner, record.kind)) return undefined;
  return `${keeper.name} is not shown the ${record.kind} at ${what} without its browser`;
}

/**
 * And for the intruder: by the same request with its own ids it is shown its own. Whether it has anything of its own at
 * a place that no config describes is not known: then its session has to be alive.
 */
async function ownControl(intruder: Visitor, { read, isChat }: Replay): Promise<string | undefined> {
  if (!isAlive(intruder.persona.session)) return undefined;
  const wrong = isChat ? 'it is not asked' : await controlOwn(intruder, read);
  return wrong === undefined ? undefined : controlAlive(intruder);
}

function countIfChat({ stage }: Visitor, { isChat }: Replay): void {
  if (isChat) stage.politeness.countChatMessage();
}
