import type { Visitor } from '../../visit/visitor';
import type { Attempt, Finding, Verdict } from '../../words';
import { atOnce } from '../at-once';
import { conclude, type Conclusion } from '../conclude';
import { doErrand, listsOf, questionsOf, type Errand } from '../crowd';
import { namesOf } from '../intruders';

/** How much is asked at once: of ours a crowd, of somebody's live product only as much as could show a mix-up at all. */
const crowds = {
  ours: { underWay: 32, reads: 440, questions: 72 },
  attached: { underWay: 6, reads: 24, questions: 12 },
} as const;

/**
 * `expect([userA, userB]).toBeKeptApart()`: they read and chat all at the same moment, plain and streamed, and each is
 * shown its own in every answer, and nothing of the others. What one process or variable mixes up shows only so.
 */
export async function toBeKeptApart(askers: readonly Visitor[]): Promise<Conclusion> {
  const [first] = askers;
  if (!first) throw new Error('nobody was named who could be kept apart');
  const { underWay, reads, questions } = first.stage.product.demo ? crowds.ours : crowds.attached;
  const errands = spread([
    ...taken(inTurn(askers, questionsOf), questions),
    ...taken(inTurn(askers, listsOf), reads),
  ]);
  const verdicts = await atOnce(errands, underWay, doErrand);
  const done = errands.map((errand, index) => ({ errand, verdict: verdicts[index] }));
  return conclude(first.stage, `${namesOf(askers)}, asking at the same moment, are kept apart`, summed(done));
}

/** Everybody's errands of one sort, so that neighbours belong to different people. */
function inTurn(
  askers: readonly Visitor[],
  errandsOf: (asker: Visitor) => readonly Errand[],
): readonly Errand[] {
  const all = askers.map(errandsOf);
  const most = Math.max(...all.map(({ length }) => length));
  return Array.from({ length: most }, (_, index) => all.flatMap((own) => own.slice(index, index + 1))).flat();
}

function taken(errands: readonly Errand[], amount: number): readonly Errand[] {
  if (errands.length === 0) return [];
  return Array.from({ length: amount }, (_, index) => errands[index % errands.length]).filter(
    (errand) => errand !== undefined,
  );
}

/** Questions take longer than reads, so they are spread among them evenly: some are under way at any moment. */
function spread(errands: readonly Errand[]): readonly Errand[] {
  const step = 37;
  const order = errands.map((errand, index) => ({ errand, at: (index * step) % errands.length }));
  return order.toSorted((one, other) => one.at - other.at).map(({ errand }) => errand);
}

interface Done {
  readonly errand: Errand;
  readonly verdict: Verdict | undefined;
}

/** One attempt for each thing that each asker asked, however often: what leaked once has leaked. */
function summed(done: readonly Done[]): readonly Attempt[] {
  const groups = new Map<string, Done[]>();
  for (const one of done) {
    const key = `${one.errand.asker.name}\n${one.errand.what}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    if (!one) return [];
    const { asker, what, kind } = one.errand;
    return {
      probe: {
        kind: what.startsWith('the bot') ? 'chat' : 'request',
        what: `${what}, while others ask, too`,
      },
      viewer: asker.name,
      owner: 'others',
      kind,
      verdict: worst(group.flatMap(({ verdict }) => verdict ?? [])),
      requests: group.length,
    };
  });
}

function worst(verdicts: readonly Verdict[]): Verdict {
  const [first, ...more] = verdicts.flatMap((verdict): readonly Finding[] =>
    verdict.is === 'leaked' ? verdict.findings : [],
  );
  if (first) return { is: 'leaked', findings: [first, ...more] };
  const open = verdicts.find(({ is }) => is === 'unknown');
  return open ?? { is: 'held', because: 'own-records-only' };
}
