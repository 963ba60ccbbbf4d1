import type { Visitor } from '../../visit/visitor';
import { answersOwner } from '../answers-owner';
import { planOfProbe, tryProbe } from '../ask-probe';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { notChecked } from '../not-checked';
import type { KeptCase } from '../probes/frozen';
import { knownOf, named } from '../probes/named';
import { suits } from '../probes/suits';

/**
 * `expect(userB).toAskInVainAgain(userA, frozen)`: what once brought the keeper's records does not bring them any more.
 * A case that cannot be tried as it was is unknown.
 */
export async function toAskInVainAgain(
  intruder: Visitor,
  keeper: Visitor,
  kept: KeptCase,
): Promise<Conclusion> {
  const { product, facts } = intruder.stage;
  const filled = named(kept.probe, knownOf(kept.owner, product));
  const api = kept.way === 'api' ? product.chat.api : undefined;
  const wrong =
    valuesIn(intruder, kept) ??
    (filled && (kept.way === 'page' || api) && suits(kept.probe, api)
      ? undefined
      : 'the product has no longer what it takes: the chatbot’s endpoint, a list of messages, or a value that it names');
  if (!filled || wrong !== undefined)
    throw notChecked(facts, {
      what: 'not-configured',
      detail: `${kept.file} cannot be tried: ${wrong ?? ''}`,
    });
  const probing = { way: kept.way, owner: kept.owner, repeats: product.limits.probeRepeats };
  const attempts = await betweenControls(
    async () => (await answersOwner(keeper, kept.way)) ?? answersOwner(intruder, kept.way),
    [planOfProbe(intruder, kept.probe, probing)],
    async () => [await tryProbe(intruder, filled, probing)],
  );
  return conclude(
    intruder.stage,
    `${intruder.name} asks again in vain what once leaked (${kept.file})`,
    attempts,
  );
}

/** Files get edited: one that holds somebody's value must not stay in version control. */
function valuesIn({ stage }: Visitor, kept: KeptCase): string | undefined {
  const exhibit = { channel: 'frozen case', where: { part: kept.file }, at: 0, body: JSON.stringify(kept) };
  const { findings } = stage.oracle.search([exhibit], { name: 'nobody', sees: [] }, []);
  const [one] = findings;
  return (
    one && `it holds a value (${one.owner ?? 'nobody'}’s ${one.kind} ${one.field}) → put a placeholder there`
  );
}
