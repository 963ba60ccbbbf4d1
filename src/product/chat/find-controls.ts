import type { ElementHandle, Frame, Page } from '@playwright/test';
import { askFrame, runInFrame } from './in-page';
import type { Widget } from './widgets/widget';

/** An element that looks like what was sought, and where it is. Used at once: pages replace their nodes. */
export interface Control {
  readonly frame: Frame;
  readonly element: ElementHandle<Element>;
  readonly score: number;
}

/** What the page's side needs to know; only JSON travels. */
interface Sought {
  readonly role: 'composer' | 'launcher';
  /** A selector of the preset; a match wins over any looks. */
  readonly known: string | null;
  readonly inFrame: boolean;
}

interface Asked extends Sought {
  /** Only the element has to stay in the page: its score comes out, and costs one message. */
  readonly give: 'element' | 'score';
}

/** Least score at which an element is taken for one. A search box or a newsletter field stays well below. */
const enough = 60;

/** The input that most looks like a chat's, over all frames and shadow roots. */
export function findComposer(page: Page, widget: Widget): Promise<Control | undefined> {
  return best(page, 'composer', widget.composer, widget.frame);
}

/** What most looks like the button that opens a chat. */
export function findLauncher(page: Page, widget: Widget): Promise<Control | undefined> {
  return best(page, 'launcher', widget.launcher);
}

async function best(
  page: Page,
  role: Sought['role'],
  known: string | undefined,
  within?: string,
): Promise<Control | undefined> {
  const frames = page.frames().filter((frame) => within === undefined || isNamed(frame, within));
  const found = await Promise.all(
    frames.map((frame) =>
      bestInFrame(frame, { role, known: known ?? null, inFrame: frame !== page.mainFrame() }),
    ),
  );
  return found
    .filter((control) => control !== undefined)
    .toSorted((left, right) => right.score - left.score)[0];
}

function isNamed(frame: Frame, name: string): boolean {
  return frame.name() === name || frame.url().includes(name);
}

async function bestInFrame(frame: Frame, sought: Sought): Promise<Control | undefined> {
  try {
    // Most looks find nothing: they shall cost one message each.
    const score = Number(await askFrame(frame, bestMatch, { ...sought, give: 'score' }));
    if (score < enough) return undefined;
    const element = (await runInFrame(frame, bestMatch, { ...sought, give: 'element' })).asElement();
    return element === null ? undefined : { frame, element, score };
  } catch {
    return undefined; // The frame went away or is loading: the next look will tell.
  }
}

/** Runs in the page: the best scored element of one frame, or its score alone. */
function bestMatch({ role, known, inFrame, give }: Asked): Element | number | null {
  const words = {
    chat: /chat|bot\b|assistant|messenger|copilot|concierge|support|conversation|ask (?:us|me|ai)|help/i,
    ask: /message|ask|chat|question|reply|type (?:here|a|your)|write|how can (?:i|we)|nachricht|frag|schreib|mensaje|pregunt|escrib|écri|posez|demand|messaggio|scriv|domanda|mensagem|pergunt|bericht|vraag|消息|提问|メッセージ|질문/i,
    otherInput:
      /search|such|buscar|recherch|cerca|e-?mail|newsletter|subscri|\bname\b|phone|telefon|address|postcode|\bzip\b|coupon|promo|password|quantity|\bdate\b/i,
    otherButton:
      /scroll|\btop\b|cookie|consent|whatsapp|close|dismiss|\bmenu|\bnav|cart|basket|checkout|share|language|theme|accept|reject|search|sign.?in|log.?in|log.?out|play|accessib/i,
  };

  function everything(root: Document | ShadowRoot): Element[] {
    return [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [element] : [element, ...everything(element.shadowRoot)],
    );
  }

  function above(element: Element): Element[] {
    const root = element.getRootNode();
    const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    return parent === null ? [] : [parent, ...above(parent)];
  }

  function visible(element: Element): boolean {
    const { width, height, right, bottom, left } = element.getBoundingClientRect();
    const onPage =
      right > 0 && bottom + scrollY > 0 && left < Math.max(innerWidth, document.body.scrollWidth);
    return (
      width >= 12 &&
      height >= 10 &&
      onPage &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  }

  function labels(element: Element): string {
    const names = [
      'placeholder',
      'aria-label',
      'title',
      'data-placeholder',
      'deep-chat-placeholder-text',
      'name',
      'id',
      'class',
      'alt',
      'data-testid',
      'data-framer-name',
    ];
    return names.map((name) => element.getAttribute(name) ?? '').join(' ');
  }

  function isFixed(element: Element): boolean {
    return [element, ...above(element)].some((one) => /fixed|sticky/.test(getComputedStyle(one).position));
  }

  function isInChat(element: Element): boolean {
    return above(element).some(
      (one) => !/^(?:html|body)$/i.test(one.tagName) && words.chat.test(`${one.tagName} ${labels(one)}`),
    );
  }

  function composerScore(element: Element): number {
    const editable = element.matches(
      '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]',
    );
    if (
      !editable &&
      !element.matches('textarea, input:not([type]), input[type="text"], input[type="search"]')
    )
      return 0;
    if (element.matches(':disabled, [readonly], [aria-disabled="true"]') || !visible(element)) return 0;
    const own = labels(element);
    const form = element.closest('form');
    let score = editable || element.matches('textarea') ? 30 : 10;
    if (words.ask.test(own)) score += form === null ? 50 : 40;
    if (isInChat(element)) score += 30;
    if (isFixed(element)) score += 20;
    if (inFrame) score += 20;
    if (element.getRootNode() instanceof ShadowRoot) score += 10;
    if (
      words.otherInput.test(own) ||
      element.matches('[type="search"], [role="searchbox"], [role="search"] *')
    )
      score -= 60;
    if (form?.querySelector('[type="email"], [type="tel"], [type="password"]')) score -= 60;
    if (form !== null && (form.closest('.w-form') || /newsletter|contact|subscri/i.test(labels(form))))
      score -= 60;
    return score;
  }

  function launcherScore(element: Element): number {
    const clickable =
      element.matches('button, a, [role="button"], [tabindex]:not([tabindex="-1"]), [onclick]') ||
      (element.matches('div, img, span, svg') && getComputedStyle(element).cursor === 'pointer');
    if (!clickable || !visible(element)) return 0;
    const own = `${labels(element)} ${(element.textContent ?? '').slice(0, 60)}`;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const inCorner = y > innerHeight * 0.66 && (x > innerWidth * 0.66 || x < innerWidth * 0.34);
    const square = Math.abs(box.width - box.height) <= 12 && box.width >= 36 && box.width <= 90;
    let score = 0;
    if (isFixed(element) || inFrame) score += 30;
    if (inCorner || inFrame) score += 30;
    if (words.chat.test(own)) score += 30;
    if (isInChat(element)) score += 20;
    if (square) score += 20;
    if (words.otherButton.test(own)) score -= 80;
    if (element.getAttribute('aria-expanded') === 'true') score -= 60;
    if (element instanceof HTMLAnchorElement && element.host !== location.host) score -= 60;
    return score;
  }

  const scored = everything(document).map((element) => {
    if (known !== null && element.matches(known) && visible(element)) return { element, score: 1000 };
    return { element, score: role === 'composer' ? composerScore(element) : launcherScore(element) };
  });
  const top = scored.reduce<{ element: Element | null; score: number }>(
    (higher, one) => (one.score > higher.score ? one : higher),
    { element: null, score: 0 },
  );
  return top[give];
}
