import type { SignInRecipe, StorageState } from '../types';
import { byPage, inLocalStorage } from './by-page';
import type { FormSelectors } from './fill-form';

interface Options {
  /** A GET of your own backend that answers 200 only to who is signed in. */
  readonly alive: SignInRecipe['alive'];
  readonly page?: string;
  readonly selectors?: FormSelectors;
  readonly patience?: number;
}

/** Name under which Memberstack 2 keeps the member's token. */
const storedAs = '_ms-mid';

/**
 * Memberstack 2: its script signs in within the page and keeps a token in localStorage (`_ms-mid`) or a cookie of that
 * name, and the member's data in `_ms-mem`. It hides what members may see in the page alone: all of it is in the HTML.
 */
export function memberstack(options: Options): SignInRecipe {
  return byPage({ ...options, name: 'memberstack', token: tokenIn });
}

function tokenIn(state: StorageState): string | undefined {
  return inLocalStorage(storedAs)(state) ?? state.cookies.find(({ name }) => name === storedAs)?.value;
}
