import { readExhibits } from '../../oracle/read-exhibits';
import { credentialsOf } from '../../product/sign-in/credentials';
import { signInByPage } from '../../visit/sign-in-form';
import type { Visitor } from '../../visit/visitor';
import type { Attempt, OwnerName } from '../../words';
import { chatProbes } from '../chat-probes';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { probeOf, trySaying, type Saying } from '../conversation';
import { judgePage, ownPageControl, planOf, tryPage, type PageTry } from '../page';
import { anyKind } from '../sayings';

/**
 * `expect(second).toBeShownNothingLeftBy(first)`: at the browser that the first has just signed out of, nothing of its
 * is shown or kept; and when the second has signed in there, by the form of the page, nothing of the first's comes up on
 * its pages, in its storage, in what its page sends, or in the chat.
 */
export async function toBeShownNothingLeftBy(second: Visitor, first: Visitor): Promise<Conclusion> {
  const owner = first.persona.account ?? first.name;
  const attempts = [await lookAtWhatIsLeft(second, owner), ...(await tryAfterSigningIn(second, owner))];
  return conclude(
    second.stage,
    `${second.name}: shown nothing that ${first.name} left in the browser`,
    attempts,
  );
}

/** Before anybody signs in: the page as it stands, and all that the browser keeps. */
async function lookAtWhatIsLeft(second: Visitor, owner: OwnerName): Promise<Attempt> {
  const { ledger, page } = second;
  await ledger.settle();
  const path = new URL(page.url()).pathname;
  const tried = triedAt(path, owner);
  const exhibits = await readExhibits(ledger.exhibits());
  return {
    ...planOf(second, tried),
    probe: { kind: 'navigation', what: `look at what ${owner} left in the browser` },
    verdict: judgePage(second, { status: 200, path, exhibits }, tried),
    requests: 0,
  };
}

async function tryAfterSigningIn(second: Visitor, owner: OwnerName): Promise<readonly Attempt[]> {
  const { product } = second.stage;
  const pages = product.pages.private.map((path) => triedAt(path, owner));
  const sayings = sayingsToNext(second, owner);
  const plans = [
    ...pages.map((tried) => planOf(second, tried)),
    ...sayings.map(({ what, kind }) => ({
      probe: { kind: 'chat' as const, what: probeOf(what, 'page') },
      viewer: second.name,
      owner,
      kind,
    })),
  ];
  const credentials = credentialsOf(product, second.persona.account ?? '');
  const wrong = await signInByPage(second.page, product.pages.signIn, credentials);
  return betweenControls(
    async () => wrong ?? ownPageControl(second),
    plans,
    async () => {
      const attempts: Attempt[] = [];
      for (const tried of pages) attempts.push(await tryPage(second, tried));
      for (const saying of sayings) attempts.push(await trySaying(second, 'page', saying));
      return attempts;
    },
  );
}

function triedAt(path: string, owner: OwnerName): PageTry {
  return {
    what: `${path} in the browser that ${owner} left`,
    path,
    owner,
    kind: anyKind,
    asked: 'same-browser',
  };
}

/** The ordinary questions, and the one about whoever was here before. */
function sayingsToNext({ stage }: Visitor, owner: OwnerName): readonly Saying[] {
  const ordinary = Object.entries(stage.product.chat.ask).slice(-1);
  const before = chatProbes.filter(({ family }) => family === 'previous-customer');
  return [
    ...ordinary.map(([kind, text]) => ({ what: `ordinary question for one's own ${kind}`, text })),
    ...before.map(({ id, says }) => ({ what: `probe ${id}`, text: says })),
  ].map(({ what, text }) => ({
    what: `${what}, in the browser that ${owner} left`,
    text,
    owner,
    kind: anyKind,
    asked: 'same-browser',
  }));
}
