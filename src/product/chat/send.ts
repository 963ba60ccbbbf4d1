import type { CDPSession, ElementHandle, Page } from '@playwright/test';
import type { Control } from './find-controls';
import { runBeside } from './in-page';
import type { ChatView } from './view';
import { waitFor } from './wait';
import type { Widget } from './widgets/widget';

/** Milliseconds until Enter counts as ignored. */
const enterTakes = 1_500;

/** Milliseconds until a press of the send control counts as ignored. */
const pressTakes = 4_000;

const keyboards = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Types a question and sends it: Enter first, then the nearest send control. Each only once, and the second only when
 * nothing proves the first: an empty composer proves nothing, and sending twice costs money.
 *
 * @param isSent looks for the proof: a request or frame that carries the text, or its echo in the conversation
 * @returns whether it was proven
 */
export async function send(
  page: Page,
  view: ChatView,
  widget: Widget,
  question: string,
  isSent: () => Promise<boolean>,
): Promise<boolean> {
  await type(page, view, question);
  await page.keyboard.press('Enter');
  if (await waitFor(isSent, Date.now() + enterTakes)) return true;
  const control = await sendControl(view.composer(), widget);
  if (control === null) return (await waitFor(isSent, Date.now() + pressTakes)) ?? false;
  await control.click({ timeout: 2_000 }).catch(() => control.dispatchEvent('click'));
  return (await waitFor(isSent, Date.now() + pressTakes)) ?? false;
}

/**
 * Replaces what the composer holds. Straight through the browser's own protocol: `fill` and `insertText` would write
 * the question into the title of a step, and so into every report.
 */
async function type(page: Page, view: ChatView, question: string): Promise<void> {
  await focus(view);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  const keyboard = await keyboardOf(page);
  await keyboard.send('Input.insertText', { text: question });
}

/** A composer that was drawn anew in the meantime is looked for once more. */
async function focus(view: ChatView): Promise<void> {
  try {
    await view.composer().element.focus();
  } catch {
    await view.look();
    await view.composer().element.focus();
  }
}

function keyboardOf(page: Page): Promise<CDPSession> {
  const known = keyboards.get(page);
  if (known !== undefined) return known;
  const session = page.context().newCDPSession(page);
  keyboards.set(page, session);
  return session;
}

async function sendControl({ element }: Control, widget: Widget): Promise<ElementHandle<Element> | null> {
  const handle = await runBeside(element, nearestSendControl, widget.sendControl ?? null);
  return handle.asElement();
}

/** Runs in the page: the best scored control around the composer, from the inside out. */
function nearestSendControl(composer: Element, known: string | null): Element | null {
  const words = {
    send: /send|submit|arrow|senden|absenden|enviar|envoyer|invia|verzend|发送|送信|전송/i,
    other:
      /attach|file|upload|mic|voice|record|audio|speech|emoji|close|camera|setting|stop|cancel|clear|reset|menu/i,
  };

  function above(element: Element): (Element | ShadowRoot)[] {
    const root = element.getRootNode();
    if (element.parentElement !== null) return [element.parentElement, ...above(element.parentElement)];
    return root instanceof ShadowRoot ? [root, ...above(root.host)] : [];
  }

  function textOf(element: Element): string {
    const own = ['aria-label', 'title', 'id', 'class', 'type', 'name', 'data-testid'].map((name) =>
      element.getAttribute(name),
    );
    const inner = [...element.querySelectorAll('[id], [class], [aria-label]')].flatMap((one) => [
      one.id,
      one.getAttribute('class'),
    ]);
    return [...own, ...inner, (element.textContent ?? '').slice(0, 40)].join(' ');
  }

  function score(element: Element, box: DOMRect): number {
    const { left, top, width, height } = element.getBoundingClientRect();
    const isSeen =
      width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!isSeen || element === composer || element.matches(':disabled')) return 0;
    const distance = Math.hypot(left + width / 2 - box.right, top + height / 2 - (box.top + box.height / 2));
    const text = textOf(element);
    return (
      100 - Math.min(80, distance / 4) + (words.send.test(text) ? 60 : 0) - (words.other.test(text) ? 90 : 0)
    );
  }

  const box = composer.getBoundingClientRect();
  const clickable = 'button, [role="button"], input[type="submit"], [tabindex]:not([tabindex="-1"])';
  for (const scope of above(composer)) {
    const found = [...scope.querySelectorAll(known ?? clickable)]
      .map((element) => ({ element, points: score(element, box) }))
      .filter(({ points }) => points > 40)
      .toSorted((left, right) => right.points - left.points);
    if (found[0] !== undefined) return found[0].element;
  }
  return null;
}
