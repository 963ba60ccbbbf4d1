import type { Read } from '../../product/types';
import { readOf, readsIn } from './reads';
import type { Visit } from './visit';

/** A page that is not for everybody. */
export interface OwnPage {
  readonly path: string;
  /** The requests that give it what it shows; the page itself, where a server draws it. */
  readonly reads: readonly Read[];
  readonly isDrawn: boolean;
}

/**
 * Those that open for a visitor, and load something that the other one is not given; or that a server draws for the
 * one, and turns the other away from. What a server draws is read by the page's own address.
 */
export async function pagesFor(
  visitor: Visit,
  candidates: readonly string[],
  other: Visit,
): Promise<readonly OwnPage[]> {
  const found: OwnPage[] = [];
  for (const path of new Set(candidates)) {
    const before = visitor.count();
    const { isTurnedAway, path: reached } = await visitor.open(path);
    if (isTurnedAway || reached !== path) continue;
    const site = new URL(visitor.page.url()).origin;
    const loaded = readsIn(visitor.heard().slice(before), other.heard(), { site, userId: undefined });
    const isDrawn = loaded.length === 0 && (await other.open(path)).isTurnedAway;
    const reads = isDrawn ? [readOf(new URL(path, site).href, site)] : loaded;
    if (reads.length > 0) found.push({ path, reads, isDrawn });
  }
  return found;
}
