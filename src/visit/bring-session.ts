import type { BrowserContext, Page } from '@playwright/test';
import type { StorageState } from '../product/types';

/**
 * Puts what a session keeps in `localStorage` there before the page's first script runs, and only once: who signs out
 * later stays signed out. Playwright's own way opens a page of its own for it, which costs every visitor 0.3 s.
 */
export async function bringSession(
  context: BrowserContext,
  page: Page,
  { origins }: StorageState,
): Promise<void> {
  const items = new Map(origins.map(({ origin, localStorage }) => [origin, localStorage]));
  if (items.size === 0) return;
  const script = await context.addInitScript(
    (entries) => {
      const own = entries.find(([origin]) => origin === location.origin);
      for (const { name, value } of own?.[1] ?? []) localStorage.setItem(name, value);
    },
    [...items],
  );
  const loaded = () => {
    if (!items.has(new URL(page.url()).origin)) return;
    page.off('domcontentloaded', loaded);
    void script.dispose();
  };
  page.on('domcontentloaded', loaded);
}

/** What a context is made with: cookies, and whatever else than `localStorage` only Playwright can bring. */
export function stateForContext(state: StorageState): StorageState {
  const needsPage = state.origins.some((origin) => 'indexedDB' in origin);
  return needsPage ? state : { ...state, origins: [] };
}
