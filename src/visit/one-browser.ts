import { answersOwner } from '../attempts/answers-owner';
import { notChecked } from '../attempts/not-checked';
import { ownPageControl } from '../attempts/page';
import { closable, fromNowOn } from '../evidence';
import type { Persona, PersonaName } from '../words';
import { sitDown, type OpenedVisitor, type Opening } from './open';
import { seatInBrowser } from './seat';
import { signOutByPage } from './sign-out';
import type { Visitor } from './visitor';

/** Two people at one browser: who has left it, and who sits there now and is not signed in yet. */
export interface Handover {
  readonly first: OpenedVisitor;
  readonly second: OpenedVisitor;
}

/**
 * One browser, two people. The first looks at what is its own, talks to the chatbot, and signs out by the page's own
 * control; from then on whatever the browser shows, keeps or sends is the second one's evidence.
 * Throws a `not checked` error when the first is not shown its own, or cannot sign out.
 */
export async function handOver(
  opening: Opening,
  next: { readonly name: PersonaName; readonly persona: Persona },
): Promise<Handover> {
  const { stage, persona } = opening;
  const { sessions } = stage;
  // What a test ends must be its own: everybody else of the worker goes on with the shared session.
  const session = await sessions.fresh(persona.account ?? '');
  const seat = await seatInBrowser(opening, session);
  const { ledger, close } = closable(seat.ledger);
  const first = sitDown({ ...seat, ledger }, { ...opening, by: 'browser' }, session);
  const wrong = (await useEverything(first.visitor)) ?? (await signOutByPage(seat.page()));
  if (wrong !== undefined) {
    await first.close();
    throw notChecked(stage.facts, { what: 'control-failed', detail: `${opening.name}: ${wrong}` });
  }
  // What was on its way belongs to the first; what is there when one looks again does not.
  await ledger.settle();
  close();
  const left = { ...seat, ledger: fromNowOn(seat.ledger), close: () => Promise.resolve() };
  const second = sitDown(left, { ...next, stage, by: 'browser' }, await sessions.of(next.persona));
  return { first, second };
}

/** The controls: what could stay behind was there. The chat comes last, so that it is open when the session ends. */
async function useEverything(visitor: Visitor): Promise<string | undefined> {
  return (await ownPageControl(visitor)) ?? (await answersOwner(visitor, 'page'));
}
