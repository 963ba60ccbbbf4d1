import type { Page } from '@playwright/test';
import { settledAfter } from '../attempts/page-settled';

/** What a control is called that ends a session, in the languages of the sites that were looked at. */
const signOutWords =
  /^\W*(sign|log)[\s-]?(out|off)\W*$|^\W*(abmelden|ausloggen|déconnexion|se déconnecter|cerrar sesión|esci|uitloggen|afmelden)\W*$/i;

/**
 * Presses what ends the session on this page, also when it is in a menu that is folded, and waits for what comes of it.
 *
 * @returns what is wrong, or `undefined`
 */
export async function signOutByPage(page: Page): Promise<string | undefined> {
  const controls = page.locator('button, a, [role=button], [role=menuitem], input[type=submit]');
  const named = controls.filter({ hasText: signOutWords }).or(page.getByLabel(signOutWords)).first();
  if ((await named.count()) === 0) {
    return `no control to sign out was found on ${new URL(page.url()).pathname}: it should be a button or link called "Sign out" or "Log out"`;
  }
  // A menu or an open chat may lie over it: what is pressed is what counts, not how it is reached.
  await settledAfter(page, () =>
    named.evaluate((element) => (element instanceof HTMLElement ? element.click() : undefined)),
  );
  return undefined;
}
