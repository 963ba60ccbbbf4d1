import type { ElementHandle, Page } from '@playwright/test';
import type { Control } from './find-controls';
import { askBeside, runBeside } from './in-page';
import { typeUnseen } from './keyboard';
import type { ChatView } from './view';
import { waitFor } from './wait';
import type { Widget } from './widgets/widget';

/** How it is known whether a question was sent. */
interface Proof {
  /** A request or frame that carries the text, or its echo in the conversation. */
  readonly isSent: () => Promise<boolean>;
  /** Whether nothing at all left the page that could have carried it. */
  readonly isNothingSent: () => boolean;
}

/** Milliseconds until Enter counts as ignored. */
const enterTakes = 1_500;

/** Pages on which a question had to be sent by the control: on telephones Enter often begins a new line. */
const ignoresEnter = new WeakSet<Page>();

/** Milliseconds until a press of the send control counts as ignored. */
const pressTakes = 4_000;

/**
 * Types a question and sends it: Enter first, then the nearest send control. Each only once, and the second only when
 * nothing proves the first: an empty composer proves nothing, and sending twice costs money. Once more only where the
 * page has replaced the composer together with what was typed, as hydration does.
 *
 * @returns whether it was proven
 */
export async function send(
  page: Page,
  view: ChatView,
  widget: Widget,
  question: string,
  { isSent, isNothingSent }: Proof,
): Promise<boolean> {
  const typedInto = await type(page, view, question);
  if (await sendTyped(page, view, widget, isSent)) return true;
  if ((await isThere(typedInto)) || !isNothingSent()) return false;
  await view.look();
  await type(page, view, question);
  return sendTyped(page, view, widget, isSent);
}

async function sendTyped(
  page: Page,
  view: ChatView,
  widget: Widget,
  isSent: () => Promise<boolean>,
): Promise<boolean> {
  if (!ignoresEnter.has(page)) {
    await page.keyboard.press('Enter');
    if (await waitFor(isSent, Date.now() + enterTakes)) return true;
  }
  const control = await sendControl(view.composer(), widget);
  if (control === null) return (await waitFor(isSent, Date.now() + pressTakes)) ?? false;
  ignoresEnter.add(page);
  // A press that came back late may have been one: what was the send control then may stop the answer by now.
  await control.click({ timeout: 2_000 }).catch(async () => {
    if (!(await isSent())) await control.dispatchEvent('click');
  });
  if (await waitFor(isSent, Date.now() + pressTakes)) return true;
  ignoresEnter.delete(page);
  return false;
}

/** Replaces what the composer holds. */
async function type(page: Page, view: ChatView, question: string): Promise<Control> {
  await focus(view);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await typeUnseen(page, question);
  return view.composer();
}

async function isThere({ element }: Control): Promise<boolean> {
  return (await askBeside(element, (composer) => composer.isConnected, null)) ?? false;
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

async function sendControl({ element }: Control, widget: Widget): Promise<ElementHandle<Element> | null> {
  const handle = await runBeside(element, nearestSendControl, widget.send ?? null);
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
