import { answersOwner } from '../attempts/answers-owner';
import { gotoAndSettle } from '../attempts/page-settled';
import { ownPageControl } from '../attempts/page';
import type { Visitor } from './visitor';

/**
 * What somebody does at a browser that others will use later: the controls, for what could stay behind was there. The
 * chat comes last, so that it is open when the session ends.
 *
 * @returns what is wrong, or `undefined`
 */
export async function useEverything(visitor: Visitor): Promise<string | undefined> {
  return (await ownPageControl(visitor)) ?? (await answersOwner(visitor, 'page'));
}

/** A second tab with what is private, which its owner forgets. */
export async function openBesides({ context, stage }: Visitor): Promise<void> {
  const [path] = stage.product.pages.private;
  if (path !== undefined) await gotoAndSettle(await context.newPage(), path);
}
