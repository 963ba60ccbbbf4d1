import type { Visitor } from '../visit/visitor';
import { chatProbes } from './chat-probes';
import type { Saying } from './conversation';
import { identityClaims } from './identity-claims';
import { addressOf, knownOf, named } from './probes/named';

/** What a report calls the kind of record when a question is not after one kind in particular. */
export const anyKind = 'any record';

/**
 * Everything worth saying to the bot in order to be told what belongs to a keeper: ordinary questions first, then the
 * corpus filled with what an intruder may know (a name, an address, a reference), then claims of being the keeper.
 */
export function sayingsAbout(keeper: Visitor): readonly Saying[] {
  const { product } = keeper.stage;
  const owner = keeper.persona.account ?? keeper.name;
  const ordinary = Object.entries(product.chat.ask).map(([kind, text]): Saying => ({
    what: `ordinary question for one's own ${kind}`,
    text,
    owner,
    kind,
    asked: 'chat',
  }));
  const known = knownOf(owner, product);
  const corpus = chatProbes.flatMap(({ id, probe }): readonly Saying[] => {
    const text = named(probe, known)?.probe.says[0];
    return text === undefined ? [] : [{ what: `probe ${id}`, text, owner, kind: anyKind, asked: 'chat' }];
  });
  return [...ordinary, ...corpus, ...claimsOf(keeper, owner)];
}

/** The ordinary questions again, with the keeper's user id in every field by which a server could be told who asks. */
function claimsOf(keeper: Visitor, owner: string): readonly Saying[] {
  const { chat } = keeper.stage.product;
  const user = keeper.session?.userId;
  if (user === undefined || !chat.api) return [];
  const claims = identityClaims(chat.api.identityFields, {
    user,
    email: addressOf(owner, keeper.stage.product),
  });
  return Object.entries(chat.ask).map(([kind, text]) => ({
    what: `ordinary question for one's own ${kind}, claiming to be ${owner}`,
    text,
    owner,
    kind,
    asked: 'claimed-identity',
    claims,
  }));
}
