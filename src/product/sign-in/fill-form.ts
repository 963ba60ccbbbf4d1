import type { Locator, Page } from '@playwright/test';
import { enterUnseen } from './enter-unseen';

/** Where the fields are, for a page on which they are not found by themselves. */
export interface FormSelectors {
  readonly email?: string;
  readonly password?: string;
  readonly submit?: string;
}

/** How fields for a name look, the likeliest first. */
const nameFields = [
  'input[type=email]',
  'input[autocomplete~=username], input[autocomplete~=email]',
  'input[name*=mail i], input[id*=mail i], input[placeholder*=mail i]',
  'input[name*=user i], input[name*=login i], input[id*=user i]',
];

/** What a button is called that goes on, in the languages of the sites that were looked at. */
const goOn =
  /^\W*(sign|log)[\s-]?in\W*$|^\W*(continue|next|submit|anmelden|einloggen|weiter|connexion|se connecter|continuer|entrar|iniciar sesión|continuar|accedi|continua|inloggen|volgende)\W*$/i;

/** Milliseconds that a page is given to draw a form, or to answer one. */
export const usualPatience = 15_000;

/**
 * Fills a sign-in form as a person would: also one without a `<form>` (Framer), and one that asks for the password
 * only after the address.
 *
 * @returns what is wrong, or `undefined`
 */
export async function fillForm(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
  options: { readonly selectors?: FormSelectors; readonly patience?: number } = {},
): Promise<string | undefined> {
  const { selectors = {}, patience = usualPatience } = options;
  const secret = page
    .locator(selectors.password ?? 'input[type=password]')
    .filter({ visible: true })
    .first();
  const name = await nameField(page, selectors, patience);
  if (!name) return 'it has no field for an e-mail address';
  await enterUnseen(name, email);
  if (!(await secret.isVisible())) await press(page, name, selectors);
  if (!(await comes(secret, patience))) return 'it has no field for a password';
  await enterUnseen(secret, password);
  await press(page, secret, selectors);
  return undefined;
}

/** Once any of them is there: a page may draw its form late. */
async function nameField(
  page: Page,
  { email }: FormSelectors,
  patience: number,
): Promise<Locator | undefined> {
  const fields = (email === undefined ? nameFields : [email]).map((selector) =>
    page.locator(selector).filter({ visible: true }).first(),
  );
  const [first, ...others] = fields;
  if (!first) return undefined;
  await comes(others.reduce((any, field) => any.or(field), first).first(), patience);
  for (const field of fields) if (await field.isVisible()) return field;
  return undefined;
}

function comes(field: Locator, timeout: number): Promise<boolean> {
  return field.waitFor({ state: 'visible', timeout }).then(
    () => true,
    () => false,
  );
}

/** The nearest button that says so; where there is none, Enter. */
async function press(page: Page, field: Locator, { submit }: FormSelectors): Promise<void> {
  const form = page.locator('form').filter({ has: field }).first();
  const within = (await form.count()) > 0 ? form : page.locator('body');
  const buttons = within.locator('button, [role=button], input[type=submit], a, div[tabindex]');
  const own = within.locator('button[type=submit], input[type=submit]').filter({ visible: true });
  const named = buttons.filter({ hasText: goOn, visible: true });
  const chosen = submit === undefined ? [own, named] : [page.locator(submit)];
  for (const button of chosen) {
    if ((await button.count()) === 0) continue;
    await button.first().click();
    return;
  }
  await field.press('Enter');
}
