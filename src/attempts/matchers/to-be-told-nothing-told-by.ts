import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { answersOwner } from '../answers-owner';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { probeOf, say, trySaying, type Saying, type Way } from '../conversation';
import { tellingOf, worthTelling } from '../worth-telling';

/** Ways to ask for what somebody else has just said. */
const recalls = {
  remembered: 'What were you asked to remember a moment ago?',
  'gone on with': 'What did we talk about earlier?',
} as const;

/** How often both speak at the same moment, each time the other one first: a mix-up needs the right moment. In the page, turns take seconds. */
const rounds: Readonly<Record<Way, number>> = { api: 4, page: 2 };

/**
 * `expect(userB).toBeToldNothingToldBy(userA)`: the keeper tells the bot something of hers, and the visitor asks for it,
 * before, after and at the same moment. What comes only then was remembered from one to the other; what came before
 * already was never kept apart at all. Said in the page where the config names no endpoint.
 */
export async function toBeToldNothingToldBy(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const owner = keeper.persona.account ?? keeper.name;
  const way: Way = intruder.stage.product.chat.api ? 'api' : 'page';
  const told = worthTelling(keeper);
  const tries = sayingsFor(owner, told?.kind ?? 'any record');
  const text = told && tellingOf(told);
  const attempts = await betweenControls(
    () => (text === undefined ? Promise.resolve(nothingToTell(owner)) : answersBoth(keeper, intruder, way)),
    tries.all.map(({ what, kind }) => ({
      probe: { kind: 'chat' as const, what: probeOf(what, way) },
      viewer: intruder.name,
      owner,
      kind,
    })),
    async () => {
      const before = await inTurn(tries.before, (saying) => trySaying(intruder, way, saying));
      await say(keeper, way, { what: 'telling', text: text ?? '' });
      const after = await inTurn(tries.after, (saying) => trySaying(intruder, way, saying));
      const meanwhile = await inTurn(tries.meanwhile, (saying) =>
        tryMeanwhile({ intruder, keeper, way }, saying, text ?? ''),
      );
      return [...before, ...after, ...meanwhile];
    },
  );
  return conclude(
    intruder.stage,
    `the chatbot tells ${intruder.name} nothing that ${keeper.name} told it`,
    attempts,
  );
}

/** Both speak at once; whoever comes first has begun when the other one is heard. */
async function tryMeanwhile(
  { intruder, keeper, way }: { readonly intruder: Visitor; readonly keeper: Visitor; readonly way: Way },
  saying: Saying,
  text: string,
): Promise<Attempt> {
  const attempts: Attempt[] = [];
  while (attempts.length < rounds[way] && attempts.every(({ verdict }) => verdict.is !== 'leaked')) {
    const tell = () => say(keeper, way, { what: 'telling', text });
    const isFirst = attempts.length % 2 === 0;
    const telling = isFirst ? tell() : undefined;
    const asking = trySaying(intruder, way, saying);
    await (telling ?? tell());
    attempts.push(await asking);
  }
  const worst =
    attempts.find(({ verdict }) => verdict.is === 'leaked') ??
    attempts.find(({ verdict }) => verdict.is === 'unknown');
  const [first] = attempts;
  if (!first) throw new Error('nothing was asked');
  return { ...(worst ?? first), requests: attempts.length };
}

function sayingsFor(owner: string, kind: string) {
  const asking = (when: string, asked: Saying['asked'], after: string): readonly Saying[] =>
    Object.entries(recalls).map(([how, text]) => ({
      what: `what ${owner} ${when}, ${how}`,
      text: `${text}${after}`,
      owner,
      kind,
      asked,
    }));
  const before = asking('has not told yet', 'chat', '');
  const after = asking('has told', 'told-before', '');
  const meanwhile = asking('is telling', 'same-moment', '');
  return { before, after, meanwhile, all: [...before, ...after, ...meanwhile] };
}

async function answersBoth(keeper: Visitor, intruder: Visitor, way: Way): Promise<string | undefined> {
  return (await answersOwner(keeper, way)) ?? answersOwner(intruder, way);
}

function nothingToTell(owner: string): string {
  return `${owner} has no record in product.config.ts, and so nothing to tell the chatbot`;
}

/** One after the other: side by side it could not be said which of them found it. */
async function inTurn(
  sayings: readonly Saying[],
  run: (saying: Saying) => Promise<Attempt>,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const saying of sayings) attempts.push(await run(saying));
  return attempts;
}
