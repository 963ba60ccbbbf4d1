import type { Sharer } from '../../visit/one-browser';
import type { Visitor } from '../../visit/visitor';
import { tryAfterSigningIn } from '../after-signing-in';
import { tryCarryingOn } from '../carried-on';
import { conclude, type Conclusion } from '../conclude';
import { isAlive } from '../diagnose';
import { tryCookiesFound } from '../fixed-session';
import { causedByCache } from '../kept-in-cache';
import { lookAtWhatIsLeft } from '../left-behind';

/**
 * `expect(second).toBeShownNothingLeftBy(first)`: at the browser that the first has left, nothing of its is shown or
 * kept, nor does it come back by the back button; and to somebody who has signed in there, nothing of the first's comes
 * up on its pages, in its storage, in what its page sends, or in the chat, which goes on in no conversation of the
 * first's. The session of the second is a new one: nothing from before opens it.
 */
export async function toBeShownNothingLeftBy(second: Sharer, first: Visitor): Promise<Conclusion> {
  const owner = first.persona.account ?? first.name;
  const attempts = isAlive(second.persona.session)
    ? [
        ...(await tryAfterSigningIn(second, owner)),
        ...tryCarryingOn(second, first, owner),
        ...(await tryCookiesFound(second)),
      ]
    : await lookAtWhatIsLeft(second, owner);
  return conclude(
    second.stage,
    `${second.name}: shown nothing that ${first.name} left in the browser`,
    causedByCache(attempts),
  );
}
