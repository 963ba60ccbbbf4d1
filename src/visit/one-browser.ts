import type { Cookie } from '@playwright/test';
import { isAlive } from '../attempts/diagnose';
import { notChecked } from '../attempts/not-checked';
import { closable, fromNowOn } from '../evidence';
import { credentialsOf } from '../product/sign-in/credentials';
import type { Session } from '../product/types';
import type { OwnerName, Persona, PersonaName } from '../words';
import { openBesides, useEverything } from './at-home';
import { broughtWith, sessionOf, sitDown, type OpenedVisitor, type Opening } from './open';
import { leaveInTheMiddle, loadOthersAgain, signOutInTheMiddle, sitAtNewTab } from './parting';
import { seatInBrowser, type Seat } from './seat';
import { signInByPage } from './sign-in-form';
import { signOutByPage } from './sign-out';
import type { Visitor } from './visitor';

/** Somebody at a browser that others use before and after. */
export interface Sharer extends Visitor {
  /** The cookies that were there when this one came, before it signed in. */
  readonly cookiesFound: readonly Cookie[];
  /**
   * Leaves the browser to the next one; from then on whatever it shows, keeps or sends is the next one's evidence.
   * How it is left follows from who comes: to somebody without a session, by the page's own sign-out; to an expired
   * session, by closing the tab in the middle of everything; to an account, by closing the tab and nothing else, so that
   * the next one signs in over it (where nobody is signed in any more, the next one signs in at the same tab).
   * Throws a `not checked` error when that cannot be done.
   */
  leavesTo(next: PersonaName): Promise<Sharer>;
}

/** What sharing a browser needs of the test. */
export interface Sharing {
  readonly opening: Opening;
  readonly personaOf: (name: PersonaName) => Persona;
  /** Is told of everybody who comes: the watch searches what each of them was shown. */
  readonly register: (opened: OpenedVisitor) => void;
}

interface Who {
  readonly name: PersonaName;
  readonly persona: Persona;
  readonly session: Session | null;
  /** Who sat there before. */
  readonly before: readonly OwnerName[];
  /** The cookies from before its sign-in, for who is watched from then on only. */
  readonly cookiesFound?: readonly Cookie[];
}

/**
 * A browser for several people, one after the other. The first is there, has looked at what is its own, in two tabs, and
 * has talked to the chatbot. Throws a `not checked` error when it is not shown its own.
 */
export async function shareBrowser(sharing: Sharing): Promise<Sharer> {
  const { opening } = sharing;
  // What a test ends must be its own: everybody else of the worker goes on with the shared session.
  const session = await opening.stage.sessions.fresh(opening.persona.account ?? '');
  const seat = await seatInBrowser(opening, session);
  const first = await sharerAt(sharing, seat, { ...opening, session, before: [] });
  await must(first, await useEverything(first));
  await openBesides(first);
  return first;
}

/** Makes a visitor of who sits there. Its evidence begins now. */
async function sharerAt(sharing: Sharing, seat: Seat, sitting: Who): Promise<Sharer> {
  const { name, persona, session, before } = sitting;
  const cookiesFound = sitting.cookiesFound ?? (await seat.context().cookies());
  const { opening, register } = sharing;
  const { stage } = opening;
  const { ledger, close } = closable(fromNowOn(seat.ledger));
  const { context, page } = seat;
  // The browser is closed once, and its line is checked once: together with the first.
  const own =
    name === opening.name ? { ...seat, ledger } : { context, page, ledger, close: () => Promise.resolve() };
  const opened = sitDown(own, { name, persona, stage, by: 'browser' }, session);
  register(opened);
  const sharer: Sharer = Object.assign(opened.visitor, {
    before,
    cookiesFound,
    async leavesTo(next: PersonaName) {
      const who = { name: next, persona: sharing.personaOf(next), stage };
      const owners = persona.account === null ? before : [...before, persona.account];
      const comes = { ...who, session: await sessionOf(who), before: owners };
      const left = await leave(sharer, seat, comes);
      // What was on its way belongs to who leaves; what is there when one looks again does not.
      await ledger.settle();
      close();
      const arrived = await arrive(sharing, left, { who: comes, found: persona });
      // An expired session is still hers who left it: what was in the browser of it while it was good is no news to it.
      if (comes.persona.session === 'expired') arrived.said.push(...broughtWith(session));
      return arrived;
    },
  });
  return sharer;
}

/** Ends what has to end, and gives the seat as it is left. */
async function leave(from: Sharer, seat: Seat, { persona: next, session }: Who): Promise<Seat> {
  if (from.persona.session === 'none') return seat;
  if (next.session === 'none') {
    await must(from, await signOutInTheMiddle(from));
    await loadOthersAgain(from);
    return seat;
  }
  if (isAlive(next.session)) return sitAtNewTab(from, seat, null);
  await must(from, await leaveInTheMiddle(from));
  return sitAtNewTab(from, seat, session);
}

interface Arrival {
  readonly who: Who;
  /** Who was there before: as its session was. */
  readonly found: Persona;
}

/**
 * Who finds nobody signed in is watched while it signs in. Who signs in over somebody is watched from then on: until
 * then the browser rightly is the other one's.
 */
async function arrive(sharing: Sharing, seat: Seat, { who, found }: Arrival): Promise<Sharer> {
  if (!isAlive(who.persona.session)) return sharerAt(sharing, seat, who);
  const { stage } = sharing.opening;
  const { pages } = stage.product;
  const credentials = credentialsOf(stage.product, who.persona.account ?? '');
  const signIn = () => signInByPage(seat.page(), pages.signIn, credentials);
  if (found.session === 'none') {
    const sharer = await sharerAt(sharing, seat, who);
    await must(sharer, await signIn());
    return sharer;
  }
  const cookiesFound = await seat.context().cookies();
  const isTaken = await signIn();
  const wrong = isTaken && ((await signOutByPage(seat.page())) ?? (await signIn()));
  await seat.ledger.settle();
  // Who could not sign in is not there: the browser still is the other one's.
  await must({ name: who.name, stage }, wrong);
  return sharerAt(sharing, seat, { ...who, cookiesFound });
}

async function must(
  { name, stage }: Pick<Visitor, 'name' | 'stage'>,
  wrong: string | undefined,
): Promise<void> {
  if (wrong !== undefined)
    throw notChecked(stage.facts, { what: 'control-failed', detail: `${name}: ${wrong}` });
}
