import type { Page } from '@playwright/test';
import { type Control, findComposer } from './find-controls';
import { type Look, lookAround } from './read';
import type { Widget } from './widgets/widget';

/** A chat that stays in view although the page may draw it anew, composer and all. */
export interface ChatView {
  /** The composer as it was last seen. */
  readonly composer: () => Control;
  /** What is visible now; `undefined` while there is no composer. */
  readonly look: () => Promise<Look | undefined>;
}

/** Follows a composer that was found: when it is gone, another is looked for. */
export function viewOf(page: Page, widget: Widget, found: Control): ChatView {
  let current = found;
  return {
    composer: () => current,
    async look() {
      const seen = await lookAround(current, widget);
      if (seen !== undefined) return seen;
      const next = await findComposer(page, widget);
      if (next === undefined) return undefined;
      current = next;
      return lookAround(current, widget);
    },
  };
}
