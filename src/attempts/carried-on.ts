import type { Visitor } from '../visit/visitor';
import type { Attempt, Finding, OwnerName } from '../words';
import { conversationsIn } from './conversation-ids';
import { observed } from './observed';
import { anyKind } from './sayings';

/**
 * Whether somebody's chat goes on in the conversation of the one before, by the ids that both have sent. None when the
 * one before sent none, or the second has sent nothing by which a conversation could be told.
 */
export function tryCarryingOn(second: Visitor, first: Visitor, owner: OwnerName): readonly Attempt[] {
  const before = new Set(conversationsIn(first.ledger.exhibits(), first.said).map(({ id }) => id));
  const now = conversationsIn(second.ledger.exhibits(), second.said);
  if (before.size === 0 || now.length === 0) return [];
  const [one, ...more] = now
    .filter(({ id }) => before.has(id))
    .map(({ id, url }) => carriedOn(second, owner, { id, url }));
  return [
    {
      probe: { kind: 'chat', what: `talk to the chatbot where ${owner} did, and send none of its ids` },
      viewer: second.name,
      owner,
      kind: anyKind,
      verdict: one ? { is: 'leaked', findings: [one, ...more] } : { is: 'held', because: 'own-records-only' },
      requests: 0,
    },
  ];
}

function carriedOn(
  second: Visitor,
  owner: OwnerName,
  { id, url }: { readonly id: string; readonly url: string },
): Finding {
  return observed(second, {
    rule: 'conversation-carried-on',
    severity: 'medium',
    owner,
    kind: 'chat message',
    field: 'conversation id',
    channel: 'request',
    where: { part: 'body', url },
    rootCause: 'shared-state',
    about: id,
  });
}
