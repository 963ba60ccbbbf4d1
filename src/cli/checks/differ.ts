import type { Visitor } from '../../visit/visitor';
import { sendAs } from '../../attempts/send-as';
import { type Check, fine, type Said } from './check';

/** Whether the accounts are different people: one and the same cannot be shown what is somebody else's. */
export const differ: Check = {
  id: 'differ',
  asks: 'are they different people?',
  async run(room) {
    const visitors = await room.everybody();
    const said = await Promise.all(visitors.map(whoIs));
    const twins = visitors.flatMap((one, index) => {
      const first = visitors[said.indexOf(said[index] ?? '')];
      return first && first !== one ? [twinsOf(first, one)] : [];
    });
    if (twins.length > 0) return twins;
    if (visitors.length < 2) return [];
    return [fine(`${visitors.map(({ name }) => name).join(', ')} are ${visitors.length} different people`)];
  },
};

function twinsOf({ name: first }: Visitor, { name: second }: Visitor): Said {
  return {
    is: 'wrong',
    about: second,
    what: `${first} and ${second} are the same person`,
    next: `give ${second} an account of its own in .env`,
  };
}

/** By its user id; where the product does not tell one, by what it answers to "who am I". */
async function whoIs(visitor: Visitor): Promise<string> {
  const id = visitor.session?.userId;
  if (id) return `id ${id}`;
  const { outcome } = await sendAs(visitor, { path: visitor.stage.product.signIn.alive.path });
  return outcome.failed === undefined ? `answer ${outcome.text()}` : `nobody, ${visitor.name}`;
}
