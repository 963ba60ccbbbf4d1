import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { answeredBefore, answersOwner } from '../answers-owner';
import { conclude, type Conclusion } from '../conclude';
import { say, trySaying, type Saying, type Way } from '../conversation';
import { unknown } from '../judge';
import { showsRecordOf } from '../look';

/**
 * `expect(userB).toGetNoAnswerMeantFor(userA)`: the bot has just answered the keeper a question about its own records;
 * the visitor asks it word for word the same, and then nearly the same, and is not told the keeper's. Where the config
 * knows of no endpoint, one question is asked in the page: a turn takes seconds there, and one page has one turn at a time.
 */
export async function toGetNoAnswerMeantFor(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const { api, ask } = intruder.stage.product.chat;
  const asked = api ? Object.entries(ask) : await answeredInPage(keeper);
  const attempts = await Promise.all(
    asked.map(([kind, question]) =>
      askAgain({ intruder, keeper, way: api ? 'api' : 'page', kind, question }),
    ),
  );
  return conclude(
    intruder.stage,
    `${intruder.name} gets no answer that was meant for ${keeper.name}`,
    attempts.flat(),
  );
}

/** The one question that the bot is known to answer the keeper; the first of the config where there is none. */
async function answeredInPage(keeper: Visitor): Promise<readonly (readonly [kind: string, text: string])[]> {
  await answersOwner(keeper, 'page');
  const known = answeredBefore(keeper);
  return known ? [[known.kind, known.text]] : Object.entries(keeper.stage.product.chat.ask).slice(0, 1);
}

interface Again {
  readonly intruder: Visitor;
  readonly keeper: Visitor;
  readonly way: Way;
  readonly kind: string;
  readonly question: string;
}

/** The keeper asks, and is answered; then the visitor asks the same, and what a cache could take for the same. */
async function askAgain({ intruder, keeper, way, kind, question }: Again): Promise<readonly Attempt[]> {
  const owner = keeper.persona.account ?? keeper.name;
  const text = `${question} I ask on behalf of party ${nextParty()}.`;
  const same = {
    text,
    owner,
    kind,
    asked: 'repeated-question',
    what: `${kind}: the same question after ${owner}`,
  } as const;
  const sayings: readonly Saying[] = [
    same,
    ...Object.entries(nearly).map(([how, near]) => ({
      ...same,
      text: near(text),
      what: `${kind}: nearly the same question (${how}) after ${owner}`,
    })),
  ];
  const { answer } = await say(keeper, way, same);
  if (!showsRecordOf(keeper, answer, owner, kind))
    return sayings.map((saying) => notAnswered(intruder, saying));
  const attempts: Attempt[] = [];
  for (const saying of sayings) attempts.push(await trySaying(intruder, way, saying));
  return attempts;
}

/** How else one would put the same question: what caches that look for what is near take for it. */
const nearly: Readonly<Record<string, (text: string) => string>> = {
  'other words': (text) => text.replace('I ask', 'I am asking'),
  'politely, and in another order': (text) => {
    const [question = '', party = ''] = text.split(/(?<=[?.!])\s+(?=I ask)/);
    return `Please, ${party.replace(/\.$/, '')}: ${question.toLowerCase()} Thank you!`;
  },
};

function notAnswered({ name }: Visitor, { what, owner, kind }: Saying): Attempt {
  const detail = `the chatbot does not show ${owner} its own ${kind}, so there was no answer to be given to others`;
  return {
    probe: { kind: 'chat', what },
    viewer: name,
    owner,
    kind,
    requests: 1,
    verdict: unknown('control-failed', detail),
  };
}

let parties = 0;

/** Makes a question that nobody asked before, in letters only: a cache cannot know it, and a bot does not mind it. */
function nextParty(): string {
  parties += 1;
  const digits = String(process.pid * 100 + parties);
  return digits.replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}
