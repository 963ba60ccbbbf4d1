import type { Visitor } from '../../visit/visitor';
import { answersOwner } from '../answers-owner';
import { planOfProbe, tryProbe, type Probing } from '../ask-probe';
import { atOnce } from '../at-once';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { underWay, type Way } from '../conversation';
import { corpus, corpusVersion } from '../probes';
import { drawn } from '../probes/draw';
import { knownOf, named, type NamedProbe } from '../probes/named';
import { probeSeed } from '../probes/seed';
import { suits } from '../probes/suits';

/** How much of the corpus is tried. */
interface Sample {
  /** Most messages that it may cost, controls aside. */
  readonly messages: number;
}

/**
 * `expect(userB).toAskInVainAbout(userA, { messages: 40 })`: a seeded sample of the corpus, spread over its families,
 * brings nothing of the keeper's. At the chatbot's endpoint where the config names it, else in the page. The bot does
 * answer both of them about their own, before and after.
 */
export async function toAskInVainAbout(
  intruder: Visitor,
  keeper: Visitor,
  { messages }: Sample,
): Promise<Conclusion> {
  const { chat, limits } = intruder.stage.product;
  const way: Way = chat.api ? 'api' : 'page';
  const owner = keeper.persona.account ?? keeper.name;
  const tries = sampleOf(intruder, keeper, messages / limits.probeRepeats).map((probe) => ({
    probe,
    probing: { way, owner, repeats: limits.probeRepeats, drawn: drawnAs(probe, way) } satisfies Probing,
  }));
  const attempts = await betweenControls(
    async () => (await answersOwner(keeper, way)) ?? answersOwner(intruder, way),
    tries.map(({ probe, probing }) => planOfProbe(intruder, probe.probe, probing)),
    () => atOnce(tries, underWay[way], ({ probe, probing }) => tryProbe(intruder, probe, probing)),
  );
  return conclude(intruder.stage, `${intruder.name} asks the chatbot in vain about ${owner}`, attempts);
}

/** Every pair of a viewer and an owner has a sample of its own. */
function sampleOf(intruder: Visitor, keeper: Visitor, budget: number): readonly NamedProbe[] {
  const { product } = intruder.stage;
  const owner = keeper.persona.account ?? keeper.name;
  const known = knownOf(owner, product);
  const possible = corpus.filter(
    (probe) => suits(probe, product.chat.api) && named(probe, known) !== undefined,
  );
  const seed = [probeSeed(), intruder.name, owner].join('/');
  return drawn(possible, { budget, seed }).flatMap((probe) => named(probe, known) ?? []);
}

function drawnAs({ probe: { id, family } }: NamedProbe, way: Way): NonNullable<Probing['drawn']> {
  return { id, family, seed: probeSeed(), version: corpusVersion, way };
}
