import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { say, trySaying, type Saying } from '../conversation';
import { unknown } from '../judge';
import { showsRecordOf } from '../look';

/**
 * `expect(userB).toGetNoAnswerMeantFor(userA)`: the bot has just answered the keeper a question about its own records;
 * the visitor asks it word for word the same, and then nearly the same, and is answered about its own.
 */
export async function toGetNoAnswerMeantFor(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const { chat } = intruder.stage.product;
  const owner = keeper.persona.account ?? keeper.name;
  const attempts: Attempt[] = [];
  for (const [kind, question] of Object.entries(chat.ask)) {
    const text = `${question} I ask on behalf of party ${nextParty()}.`;
    const near = text.replace('I ask', 'I am asking');
    const same = {
      text,
      owner,
      kind,
      asked: 'repeated-question',
      what: `${kind}: the same question after ${owner}`,
    } as const;
    const { exhibits } = await say(keeper, 'api', same);
    const isAnswered = showsRecordOf(keeper, exhibits, owner, kind);
    for (const saying of [
      same,
      { ...same, text: near, what: `${kind}: nearly the same question after ${owner}` },
    ]) {
      attempts.push(isAnswered ? await trySaying(intruder, 'api', saying) : notAnswered(intruder, saying));
    }
  }
  return conclude(intruder, `${intruder.name} gets no answer that was meant for ${keeper.name}`, attempts);
}

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
