import type { HangUp } from '../../product/exchange';
import type { Visitor } from '../../visit/visitor';
import type { Attempt, Verdict } from '../../words';
import { answeredBefore, answersOwner } from '../answers-owner';
import { breakOff } from '../break-off';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { probeOf, say, type Way } from '../conversation';
import { doErrand } from '../crowd';
import { unknown } from '../judge';
import { ownQuestionsOf } from '../own-question';

/** When the keeper stops listening. In the page there is one way to: another chat is begun. */
const moments: Readonly<Record<Way, Readonly<Record<string, HangUp>>>> = {
  api: { 'as soon as it had asked': 'when-sent', 'in the middle of an answer': 'when-begun' },
  page: { 'in the middle of an answer': 'when-begun' },
};

/**
 * `expect(userB).toBeToldNothingBrokenOffBy(userA)`: the keeper asks for its own records and stops listening before the
 * answer is over; who asks next is shown its own, and nothing of the keeper's. What nobody takes of an answer stays in
 * whatever brought it, a connection or a buffer, and where several share that, goes to whoever uses it next. In the page
 * where the config names no endpoint.
 */
export async function toBeToldNothingBrokenOffBy(next: Visitor, keeper: Visitor): Promise<Conclusion> {
  const way: Way = next.stage.product.chat.api ? 'api' : 'page';
  const owner = keeper.persona.account ?? keeper.name;
  const kind = ownQuestionsOf(keeper)[0]?.kind ?? 'any record';
  const tries = Object.entries(moments[way]).map(([when, hangUp]) => {
    const what = probeOf(`ask for one's own after ${owner} stopped listening ${when}`, way);
    return { hangUp, planned: { probe: { kind: 'chat' as const, what }, viewer: next.name, owner, kind } };
  });
  const attempts = await betweenControls(
    async () => (await answersOwner(keeper, way)) ?? answersOwner(next, way),
    tries.map(({ planned }) => planned),
    async () => {
      const tried: Attempt[] = [];
      for (const { planned, hangUp } of tries)
        tried.push({ ...planned, requests: 2, verdict: await askAfter(next, keeper, { way, hangUp }) });
      return tried;
    },
  );
  return conclude(next.stage, `${next.name} is told nothing of what ${owner} was being answered`, attempts);
}

async function askAfter(
  next: Visitor,
  keeper: Visitor,
  { way, hangUp }: { readonly way: Way; readonly hangUp: HangUp },
): Promise<Verdict> {
  const own = answeredBefore(next);
  const kept = answeredBefore(keeper);
  if (!own || !kept)
    return unknown('control-failed', 'the chatbot has answered nobody about their own records');
  const wrong = await breakOff(keeper, way, kept.text, hangUp);
  if (wrong !== undefined) return unknown('control-failed', `${keeper.name}: ${wrong}`);
  const what = `the bot about one's own ${own.kind}`;
  return doErrand({
    asker: next,
    kind: own.kind,
    what,
    run: () => say(next, way, { what, text: own.text, streamed: true }),
  });
}
