import type { PlannedTest } from '../../visit/planned';
import type { Sent } from '../../visit/rehearsal';

/** One guarantee of the plan. */
export interface PlannedGuarantee extends PlannedTest {
  /** `records/api.spec.ts` */
  readonly file: string;
  readonly title: string;
  /** Why it would not be tried. */
  readonly leftOut?: string;
  /** It goes on where only a browser can tell what is sent. */
  readonly goesOn: boolean;
}

/** What the plan's figures are measured by. */
export interface PlanLimits {
  readonly requestsPerSecond: number | null;
  readonly chatMessages: number;
  readonly workers: number;
  /** Whether a last run has told how many endpoints are recorded. */
  readonly isRecorded: boolean;
  readonly waivers: readonly string[];
}

/** The whole plan, in sentences and tables for people. Holds no value: titles, names and counts. */
export function planInWords(guarantees: readonly PlannedGuarantee[], limits: PlanLimits): string {
  const tried = guarantees.filter(({ leftOut }) => leftOut === undefined);
  const all = sum(tried.flatMap(({ sent }) => Object.values(sent)));
  return [
    `A run would try ${tried.length} guarantees and send at most ${all.requests} requests and ${all.chatMessages} chat messages, and open ${all.pages} pages, besides what is named below as not counted.`,
    ...inTime(all, limits),
    ...asTable('by guarantee', byFile(tried)),
    ...asTable('by visitor', byVisitor(tried)),
    ...byTechnique(tried, all),
    ...section('Left out, and why', [...notTried(guarantees), ...limits.waivers]),
    ...section('Unknown, or not counted in full', notCounted(tried)),
    ...section('How this was counted', counting(limits)),
    '',
  ].join('\n');
}

/** All together. */
function sum(sent: readonly Sent[]): Sent {
  const total: Sent = { requests: 0, chatMessages: 0, pages: 0 };
  for (const { requests, chatMessages, pages } of sent) {
    total.requests += requests;
    total.chatMessages += chatMessages;
    total.pages += pages;
  }
  return total;
}

function inTime({ requests, chatMessages }: Sent, limits: PlanLimits): readonly string[] {
  const { requestsPerSecond, chatMessages: cap, workers } = limits;
  const time =
    requestsPerSecond === null
      ? 'No rate is set: requests are sent as fast as they are answered.'
      : `At ${requestsPerSecond} requests a second (limits.requestsPerSecond) the requests take ${Math.ceil(requests / requestsPerSecond)} s; pages come on top.`;
  const most = cap * workers;
  if (chatMessages <= cap) return [time];
  return [
    time,
    `limits.chatMessages allows each of the ${workers} workers ${cap} messages, ${most} in all: ${chatMessages > most ? 'a run would end before it has asked everything' : 'how many one worker sends depends on how the guarantees fall to them'}.`,
  ];
}

type Row = readonly [string, Sent];

function byFile(guarantees: readonly PlannedGuarantee[]): readonly Row[] {
  return rowsBy(guarantees.flatMap(({ file, sent }) => Object.values(sent).map((one): Row => [file, one])));
}

function byVisitor(guarantees: readonly PlannedGuarantee[]): readonly Row[] {
  return rowsBy(guarantees.flatMap(({ sent }) => Object.entries(sent)));
}

function rowsBy(rows: readonly Row[]): readonly Row[] {
  const names = [...new Set(rows.map(([name]) => name))];
  return names
    .map((name): Row => [name, sum(rows.filter(([other]) => other === name).map(([, sent]) => sent))])
    .toSorted(([, one], [, other]) => other.requests - one.requests);
}

function asTable(title: string, rows: readonly Row[]): readonly string[] {
  const wide = Math.max(...rows.map(([name]) => name.length), title.length);
  const cells = (...all: readonly (string | number)[]) =>
    all.map((cell) => String(cell).padStart(14)).join('');
  return [
    '',
    `${title.padEnd(wide)}${cells('requests', 'chat messages', 'pages')}`,
    ...rows.map(
      ([name, { requests, chatMessages, pages }]) =>
        `${name.padEnd(wide)}${cells(requests, chatMessages, pages)}`,
    ),
  ];
}

/** What no technique takes is the price of being sure: the controls before and after, and the guesses that the owner tries first. */
const besides = 'controls, the chatbot, and what is found out first';

function byTechnique(guarantees: readonly PlannedGuarantee[], all: Sent): readonly string[] {
  const counted = new Map<string, number>();
  for (const [id, requests] of guarantees.flatMap((one) => Object.entries(one.byTechnique)))
    counted.set(id, (counted.get(id) ?? 0) + requests);
  const rows = [...counted].toSorted(([, one], [, other]) => other - one);
  const rest = all.requests - rows.reduce((total, [, requests]) => total + requests, 0);
  const lines = [['by technique', 'requests'], ...rows, [besides, rest]] as const;
  const wide = Math.max(...lines.map(([name]) => name.length));
  return ['', ...lines.map(([name, requests]) => `${name.padEnd(wide)}${String(requests).padStart(14)}`)];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function notTried(guarantees: readonly PlannedGuarantee[]): readonly string[] {
  return guarantees.flatMap(({ title, leftOut: why }) => (why === undefined ? [] : [`${title}: ${why}`]));
}

function notCounted(guarantees: readonly PlannedGuarantee[]): readonly string[] {
  return guarantees.flatMap(({ title, unknown, goesOn }) => [
    ...(goesOn ? [`${title}: goes on in a browser, where only a run can tell what is sent`] : []),
    ...unknown.slice(0, 3).map((why) => `${title}: ${why}`),
  ]);
}

function counting({ isRecorded }: PlanLimits): readonly string[] {
  return [
    "By the guarantees' own code, against answers as a sound product gives them: every control holds, every guess is tried, and nothing leaks. A leak costs a few requests more: it is tried as nobody, too.",
    isRecorded
      ? 'Recorded endpoints: as many as the inventory of the last run has (reports/inventory.json); an estimate.'
      : "Recorded endpoints: as many as the recorder's limits allow, for there is no inventory of a run yet; an upper bound.",
    'A page is opened by a browser, which loads whatever belongs to it: that is not among the requests, nor is signing in, nor what is sent again after a lost connection.',
    'The gates (Lighthouse, the speed of reads) are a run of their own and not in this plan.',
  ];
}
