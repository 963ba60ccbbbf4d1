import type { Product } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { OwnerName } from '../words';
import { chatProbes, type ChatProbe } from './chat-probes';
import type { Saying } from './conversation';
import { identityClaims } from './identity-claims';

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
  const corpus = chatProbes.flatMap((probe): Saying[] => {
    const text = filled(probe, owner, product);
    return text === undefined
      ? []
      : [{ what: `probe ${probe.id}`, text, owner, kind: anyKind, asked: 'chat' }];
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

/** The address by which an account signs in, as the environment holds it. */
function addressOf(account: string, { accounts }: Product): string | undefined {
  const from = accounts[account];
  return from && process.env[from.emailEnv];
}

/** Every sentence of the corpus that names something of this owner, as it would be said. */
export function corpusAbout(owner: OwnerName, product: Product): readonly string[] {
  return chatProbes.flatMap((probe) => {
    const text = filled(probe, owner, product);
    return text === undefined || text === probe.says ? [] : [text];
  });
}

/** The probe with the owner's values in place; `undefined` when the owner has no such value. */
function filled({ says }: ChatProbe, owner: string, { records }: Product): string | undefined {
  let complete = true;
  const text = says.replaceAll(/\{([^.}]+)\.([^}]+)\}/g, (_, kind: string, field: string) => {
    const record = records.find((candidate) => candidate.owner === owner && candidate.kind === kind);
    const value = record?.fields[field];
    complete &&= value !== undefined;
    return value ?? '';
  });
  return complete ? text : undefined;
}
