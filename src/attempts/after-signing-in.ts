import { startNewChat } from '../visit/new-chat';
import type { Visitor } from '../visit/visitor';
import type { Attempt, OwnerName } from '../words';
import { chatProbes } from './chat-probes';
import { betweenControls } from './controls';
import { probeOf, trySaying, type Saying } from './conversation';
import { triedAt } from './left-behind';
import { ownPageControl, planOf, tryPage } from './page';
import { anyKind } from './sayings';

/** Somebody has signed in where another one was: its private pages, and the chat, an old one and then a new one. */
export async function tryAfterSigningIn(second: Visitor, owner: OwnerName): Promise<readonly Attempt[]> {
  const { product } = second.stage;
  const pages = product.pages.private.map((path) => triedAt(path, owner));
  const { ordinary, before } = sayingsToNext(second, owner);
  const plans = [
    ...pages.map((tried) => planOf(second, tried)),
    ...[...ordinary, ...before].map(({ what, kind }) => ({
      probe: { kind: 'chat' as const, what: probeOf(what, 'page') },
      viewer: second.name,
      owner,
      kind,
    })),
  ];
  return betweenControls(
    () => ownPageControl(second),
    plans,
    async () => {
      const attempts: Attempt[] = [];
      for (const tried of pages) attempts.push(await tryPage(second, tried));
      for (const saying of ordinary) attempts.push(await trySaying(second, 'page', saying));
      await startNewChat(second.page);
      for (const saying of before) attempts.push(await trySaying(second, 'page', saying));
      return attempts;
    },
  );
}

/** The ordinary questions, and the one about whoever was here before. */
function sayingsToNext({ stage }: Visitor, owner: OwnerName) {
  const saying = (what: string, text: string): Saying => ({
    what: `${what}, in the browser that ${owner} left`,
    text,
    owner,
    kind: anyKind,
    asked: 'same-browser',
  });
  const ordinary = Object.entries(stage.product.chat.ask).slice(-1);
  const before = chatProbes.filter(({ family }) => family === 'previous-customer');
  return {
    ordinary: ordinary.map(([kind, text]) => saying(`ordinary question for one's own ${kind}`, text)),
    before: before.map(({ id, says }) => saying(`probe ${id}`, says)),
  };
}
