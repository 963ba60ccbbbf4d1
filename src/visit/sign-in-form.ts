import type { Page } from '@playwright/test';
import { gotoAndSettle, settledAfter } from '../attempts/page-settled';
import { enterUnseen } from '../product/sign-in/enter-unseen';
import type { Credentials } from '../product/types';
import type { Millis } from '../words';

/**
 * Signs somebody in as a person would, by the form of the sign-in page: the form that is there, or else the page's own
 * link to it (a site with client-side routes keeps what it holds on that way), or else its address.
 *
 * @returns what is wrong, or `undefined`
 */
export async function signInByPage(
  page: Page,
  path: string,
  { email, password }: Credentials,
): Promise<string | undefined> {
  const form = page
    .locator('form')
    .filter({ has: page.locator('input[type=password]') })
    .first();
  if (!(await form.isVisible())) await goToForm(page, path);
  if (!(await form.isVisible()))
    return `${path} shows no form with a password (is somebody still signed in?)`;
  const name = form.locator(
    'input[type=email], input[autocomplete~=username], input[name*=mail i], input[name*=user i]',
  );
  if ((await name.count()) === 0) return `the form of ${path} has no field for an e-mail address`;
  const before = await keptBy(page);
  await enterUnseen(name.first(), email);
  await enterUnseen(form.locator('input[type=password]').first(), password);
  await settledAfter(page, () =>
    form.evaluate((element) => (element instanceof HTMLFormElement ? element.requestSubmit() : undefined)),
  );
  const isGone = await form.waitFor({ state: 'hidden', timeout: patience }).then(
    () => true,
    () => false,
  );
  if (isGone || (await keptBy(page)) !== before) return undefined;
  return `${path} still shows its form after the password was entered, and the browser keeps nothing new: the sign-in did not take`;
}

/** For the form to go: the page may ask somebody else first. */
const patience: Millis = 5_000;

/** All that a session could be in. */
async function keptBy(page: Page): Promise<string> {
  return JSON.stringify(await page.context().storageState());
}

async function goToForm(page: Page, path: string): Promise<void> {
  const link = page.locator(`a[href$="${path}"]`).first();
  if ((await link.count()) === 0) return void (await gotoAndSettle(page, path));
  await settledAfter(page, () =>
    link.evaluate((element) => (element instanceof HTMLElement ? element.click() : undefined)),
  );
}
