import type { Locator } from '@playwright/test';

/**
 * Puts a value into a field. Not by typing: Playwright writes what is typed into the title of the step, and so into every
 * report.
 */
export function enterUnseen(field: Locator, value: string): Promise<void> {
  return field.evaluate((element, entered) => {
    if (!(element instanceof HTMLInputElement)) return;
    // Libraries that draw the page put a setter of their own on the element, and hear only of the original one.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, entered);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}
