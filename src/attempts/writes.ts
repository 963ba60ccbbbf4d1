import { foreignWrite } from '../nature';
import type { Outcome } from '../product/api';
import type { WritableRows } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Attempt, Verdict } from '../words';
import { judgeAnswer, unknown } from './judge';
import { observed } from './observed';
import { newMark, rowsOf, type Rows } from './rows';
import { sendAs } from './send-as';

/** Who tries to write, whose rows they are, and where. */
interface Trespass {
  readonly intruder: Visitor;
  readonly keeper: Visitor;
  readonly table: WritableRows;
  readonly rows: Rows;
}

/** One way to write what is somebody else's: gives the answer, and whether the owner's data is another afterwards. */
interface WriteTry {
  readonly what: string;
  readonly run: (trespass: Trespass) => Promise<{ readonly answer: Outcome; readonly isDone: boolean }>;
}

/**
 * Tries every way to write into somebody else's rows, on rows that the run makes and removes itself. The owner looks
 * afterwards: what is another then was written, whatever the answer said. In the same ways, the owner itself can write.
 */
export async function tryWrites(
  intruder: Visitor,
  keeper: Visitor,
  table: WritableRows,
): Promise<readonly Attempt[]> {
  const trespass = { intruder, keeper, table, rows: rowsOf(table) };
  const attempts: Attempt[] = [];
  const all = [...ways, ...(intruder.session ? giveAways(trespass) : []), ...table.changes.map(byEndpoint)];
  for (const tried of all) {
    attempts.push({
      probe: { kind: 'request', what: tried.what.replace('{table}', table.path), technique: 'write' },
      viewer: intruder.name,
      owner: keeper.name,
      kind: table.kind,
      verdict: await verdictOf(trespass, tried),
      requests: 1,
    });
  }
  return attempts;
}

async function verdictOf(trespass: Trespass, { what, run }: WriteTry): Promise<Verdict> {
  try {
    const { answer, isDone } = await run(trespass);
    if (isDone) return { is: 'leaked', findings: [written(trespass)] };
    if (answer.failed !== undefined) return unknown('timeout', `${what} was not answered: ${answer.detail}`);
    const { signIn } = trespass.intruder.stage.product.pages;
    const { status, headers } = answer;
    return judgeAnswer(
      { status, headers, text: answer.text() },
      { findings: [], showsOwn: false, signInPath: signIn },
    );
  } catch (error) {
    return unknown('control-failed', error instanceof Error ? error.message : String(error));
  }
}

const ways: readonly WriteTry[] = [
  {
    what: 'PATCH {table}, of a row of the owner’s',
    run: async (trespass) =>
      onOwnRow(trespass.keeper, trespass.rows, async (id) => {
        const { intruder, keeper, rows, table } = trespass;
        const mark = newMark();
        const isChanged = hasMark(trespass, id, mark);
        const answer = await rows.change(intruder, id, { [table.column]: mark });
        if (await isChanged()) return { answer, isDone: true };
        await rows.change(keeper, id, { [table.column]: mark });
        if (await isChanged()) return { answer, isDone: false };
        throw new Error(`${keeper.name} cannot change a row of its own`);
      }),
  },
  {
    what: 'DELETE {table}, of a row of the owner’s',
    run: async ({ intruder, rows, keeper }) =>
      onOwnRow(keeper, rows, async (id, mark) => {
        const answer = await rows.remove(intruder, id);
        return { answer, isDone: !(await rows.withMark(keeper, mark)).includes(id) };
      }),
  },
  {
    what: 'POST {table}, in the owner’s name',
    run: async ({ intruder, rows, keeper }) => {
      const mark = newMark();
      const answer = await rows.make(intruder, keeper, mark);
      const made = await rows.withMark(keeper, mark);
      for (const id of made) await rows.remove(keeper, id);
      return { answer, isDone: made.length > 0 };
    },
  },
];

/** Only for who is signed in: it takes a row of one's own. */
function giveAways({ intruder, keeper, rows }: Trespass): readonly WriteTry[] {
  const own = rows.ownerOf(intruder);
  const theirs = Object.entries(rows.ownerOf(keeper)).filter(([column, value]) => own[column] !== value);
  // All of it at once, and each column alone: a rule that looks at one of them may miss the other.
  const partly = theirs.length > 1 ? theirs.map((one) => [one]) : [];
  const all = theirs.length > 0 ? [theirs] : [];
  return [...all, ...partly].map((columns) => giveAway(columns, own));
}

function giveAway(
  columns: readonly (readonly [string, unknown])[],
  own: Readonly<Record<string, unknown>>,
): WriteTry {
  return {
    what: `PATCH {table}, ${columns.map(([name]) => name).join(' and ')} of a row of one’s own made the owner’s`,
    run: async ({ intruder, rows, keeper }) =>
      onOwnRow(intruder, rows, async (id, mark) => {
        const answer = await rows.change(intruder, id, Object.fromEntries(columns));
        const given = await rows.withMark(keeper, mark);
        for (const received of given) await rows.remove(keeper, received);
        // Who is not shown it may have got it all the same: of another tenant, the staff has.
        const isMoved = given.length > 0 || (await rows.holds(intruder, id, columns));
        if (isMoved) await rows.change(intruder, id, own);
        return { answer, isDone: isMoved };
      }),
  };
}

/** An endpoint of the product's own that changes such a record. */
function byEndpoint({ path, body }: WritableRows['changes'][number]): WriteTry {
  return {
    what: `PATCH ${path}, of a record of the owner’s`,
    run: async (trespass) =>
      onOwnRow(trespass.keeper, trespass.rows, async (id) => {
        const { intruder, keeper } = trespass;
        const mark = newMark();
        const changed = {
          method: 'PATCH',
          path: path.replaceAll('{id}', id),
          body: body.replaceAll('{mark}', mark),
        };
        const headers = { 'content-type': 'application/json' };
        const isChanged = hasMark(trespass, id, mark);
        const { outcome } = await sendAs(intruder, { ...changed, headers });
        if (await isChanged()) return { answer: outcome, isDone: true };
        await sendAs(keeper, { ...changed, headers });
        if (await isChanged()) return { answer: outcome, isDone: false };
        throw new Error(`${keeper.name} cannot change a record of its own at ${path}`);
      }),
  };
}

/** Whether the owner, looking again, finds the mark in this row. */
function hasMark({ rows, keeper }: Trespass, id: string, mark: string): () => Promise<boolean> {
  return async () => (await rows.withMark(keeper, mark)).includes(id);
}

/**
 * Makes a row of somebody's own, lets something be tried on it, and removes it again. That it can be made, found and
 * removed is the control: a table that takes no writes at all has defended nothing.
 */
async function onOwnRow<Result extends { readonly isDone: boolean }>(
  owner: Visitor,
  rows: Rows,
  run: (id: string, mark: string) => Promise<Result>,
): Promise<Result> {
  const mark = newMark();
  await rows.make(owner, owner, mark);
  const [id] = await rows.withMark(owner, mark);
  if (id === undefined) throw new Error(`${owner.name} cannot make a row of its own to try writes on`);
  const result = await thenRemove(
    () => run(id, mark),
    () => rows.remove(owner, id),
  );
  // What was given away may not be its own any more, to be removed.
  if (!result.isDone && (await rows.withMark(owner, mark)).length > 0)
    throw new Error(`${owner.name} cannot remove a row of its own`);
  return result;
}

/** The row goes also when the try came to nothing. */
async function thenRemove<Result>(
  run: () => Promise<Result>,
  remove: () => Promise<unknown>,
): Promise<Result> {
  try {
    return await run();
  } finally {
    await remove();
  }
}

function written({ intruder, keeper, table }: Trespass) {
  return observed(intruder, {
    rule: foreignWrite,
    severity: intruder.session ? 'high' : 'critical',
    owner: keeper.name,
    kind: table.kind,
    field: table.column,
    channel: 'api-body',
    where: { part: 'the owner’s own view afterwards', url: table.path },
    rootCause: 'missing-row-rules',
    about: `${keeper.name} ${table.path}`,
  });
}
