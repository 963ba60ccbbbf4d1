import type { Read } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Verdict } from '../words';
import { say, type Said } from './conversation';
import { firstRecordOf } from './first-record';
import { judgeAnswer, unknown } from './judge';
import { judgeRecords } from './judge-records';
import { showsRecordOf } from './look';
import { sendAs } from './send-as';
import { requestOf, shapeOf } from './techniques/replay';
import { isList } from './techniques/takes';

/** One thing that one of many asks for its own, while the others ask for theirs. */
export interface Errand {
  readonly asker: Visitor;
  readonly kind: string;
  /** What reports call it: `GET /api/bookings`, `the bot about one's own booking, streamed`. */
  readonly what: string;
  readonly run: () => Promise<Said>;
}

/** What every asker can ask the bot about its own, plain and streamed in turn. */
export function questionsOf(asker: Visitor): readonly Errand[] {
  const { chat } = asker.stage.product;
  if (!chat.api) return [];
  const kinds = Object.entries(chat.ask).filter(([kind]) => firstRecordOf(asker, kind) !== undefined);
  return kinds.flatMap(([kind, text]) =>
    [false, true].map((streamed) => {
      const what = `the bot about one's own ${kind}${streamed ? ', streamed' : ''}`;
      return { asker, kind, what, run: () => say(asker, 'api', { what, text, streamed }) };
    }),
  );
}

/**
 * The lists of its own that every asker can read, by the same URL as everybody else. Rows, which the database keeps
 * apart and not a process, are asked for only where there is nothing else.
 */
export function listsOf(asker: Visitor): readonly Errand[] {
  const { reads } = asker.stage.product;
  const lists = reads.filter((read) => isList(read) && firstRecordOf(asker, read.kind) !== undefined);
  const drawn = lists.filter(({ rows }) => !rows);
  return (drawn.length > 0 ? drawn : lists).map((read) => ({
    asker,
    kind: read.kind,
    what: shapeOf(read),
    run: () => readList(asker, read),
  }));
}

async function readList(asker: Visitor, read: Read): Promise<Said> {
  const record = { owner: asker.name, kind: read.kind, fields: {} };
  const request = requestOf({ read, record, user: undefined }) ?? { path: read.path };
  const { outcome, exhibits } = await sendAs(asker, request);
  if (outcome.failed !== undefined)
    return {
      exhibits,
      answer: [],
      unlessLeaked: unknown('timeout', `${shapeOf(read)} was not answered: ${outcome.detail}`),
    };
  const answer = { status: outcome.status, headers: outcome.headers, text: outcome.text() };
  const { signIn } = asker.stage.product.pages;
  return {
    exhibits,
    answer: exhibits,
    unlessLeaked: judgeAnswer(answer, { findings: [], showsOwn: true, signInPath: signIn }),
  };
}

/**
 * Does one errand and says whose records came back. An answer that shows neither somebody else's nor the asker's own
 * proves nothing.
 */
export async function doErrand({ asker, kind, what, run }: Errand): Promise<Verdict> {
  const { exhibits, answer, unlessLeaked } = await run();
  const byRecords = judgeRecords(asker, exhibits, { by: 'same-moment' });
  if (byRecords) return byRecords;
  if (showsRecordOf(asker, answer, asker.persona.account ?? asker.name, kind))
    return { is: 'held', because: 'own-records-only' };
  if (unlessLeaked.is === 'unknown') return unlessLeaked;
  return unknown(
    'control-failed',
    `asked at the same moment as others, ${asker.name} is not shown its own by ${what}`,
  );
}
