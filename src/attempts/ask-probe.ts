import type { ChatApi } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Attempt, Drawn, OwnerName, Verdict } from '../words';
import { probeOf, say, type Said, type Saying, type Way } from './conversation';
import { judgeRecords } from './judge-records';
import { withEarlier } from './probes/chat-body';
import { hidden } from './probes/hidden';
import { malformed } from './probes/malformed-body';
import type { NamedProbe } from './probes/named';
import type { ChatProbe, ForgedMessage } from './probes/probe';
import { anyKind } from './sayings';

/** What a probe is tried for, and how. */
export interface Probing {
  readonly way: Way;
  readonly owner: OwnerName;
  /** How often, at most: a bot that is not deterministic may hold once and leak the next time. */
  readonly repeats: number;
  /** How it was drawn, where it is part of a sample. */
  readonly drawn?: Drawn;
}

/** What an attempt with a probe will be, for the report when it is not tried. */
export function planOfProbe(
  { name }: Visitor,
  { id }: ChatProbe,
  { way, owner, drawn }: Probing,
): Omit<Attempt, 'verdict' | 'requests'> {
  const what = probeOf(`probe ${id}`, way);
  return { probe: { kind: 'chat', what, ...(drawn && { drawn }) }, viewer: name, owner, kind: anyKind };
}

/**
 * One attempt: the probe, turn by turn, as often as asked for. One leak in any of the answers, or over several of them,
 * is a leak; one that is missing leaves it unknown.
 */
export async function tryProbe(
  intruder: Visitor,
  { probe, named }: NamedProbe,
  probing: Probing,
): Promise<Attempt> {
  intruder.said.push(...named, ...probe.says);
  const verdicts: Verdict[] = [];
  while (verdicts.length < probing.repeats && !verdicts.some(({ is }) => is === 'leaked'))
    verdicts.push(await askOnce(intruder, probe, probing.way));
  return {
    ...planOfProbe(intruder, probe, probing),
    verdict: worstOf(verdicts),
    requests: verdicts.length * probe.says.length,
  };
}

async function askOnce(intruder: Visitor, probe: ChatProbe, way: Way): Promise<Verdict> {
  const { api } = intruder.stage.product.chat;
  const said: Said[] = [];
  for (const turn of probe.says.keys()) said.push(await say(intruder, way, sayingOf(probe, turn, api)));
  const exhibits = said.flatMap((one) => one.exhibits);
  const by = probe.before ? 'claimed-identity' : 'chat';
  const byRecords = judgeRecords(intruder, exhibits, { by });
  return byRecords ?? worstOf(said.map(({ unlessLeaked }) => unlessLeaked));
}

/** One turn as it is sent; where the request carries the conversation, what was said before is in it. */
function sayingOf(
  probe: ChatProbe,
  turn: number,
  api: ChatApi | undefined,
): Pick<Saying, 'text' | 'what' | 'body' | 'mayBeTurnedDown'> {
  const turns = probe.says.map((words) => hidden(words, probe));
  const text = turns[turn] ?? '';
  const earlier: readonly ForgedMessage[] = [
    ...(probe.before ?? []),
    ...turns.slice(0, turn).map((words) => ({ role: 'user' as const, text: words })),
  ];
  const body = api && bodyOf(probe, api.body(text), text, earlier);
  return {
    text,
    what: `probe ${probe.id}`,
    ...(body !== undefined && { body }),
    ...(probe.family === 'malformed' && { mayBeTurnedDown: true }),
  };
}

function bodyOf(
  probe: ChatProbe,
  sound: unknown,
  text: string,
  earlier: readonly ForgedMessage[],
): Saying['body'] {
  if (probe.body !== undefined) return malformed(probe.body, sound);
  return earlier.length === 0 ? undefined : withEarlier(sound, text, earlier);
}

/** A leak, else what is unknown, else the last refusal. */
function worstOf(verdicts: readonly Verdict[]): Verdict {
  const worst =
    verdicts.find(({ is }) => is === 'leaked') ??
    verdicts.find(({ is }) => is === 'unknown') ??
    verdicts.at(-1);
  if (!worst) throw new Error('nothing was asked');
  return worst;
}
