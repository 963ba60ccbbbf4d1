import type { Control } from './find-controls';
import { askBeside } from './in-page';
import type { Widget } from './widgets/widget';

/** One visible block of text. */
export interface Block {
  readonly text: string;
  /** How close to the composer: the number of the composer's ancestors that it shares. */
  readonly level: number;
  /** Said by the widget itself: an error, a hint. */
  readonly aside: boolean;
  /** Where its line ends in the window, in pixels. */
  readonly bottom: number;
}

/** A picture that is large enough to be looked at. */
interface Picture {
  readonly what: string;
  readonly level: number;
  /** Where it begins in the window, in pixels. */
  readonly top: number;
  /** The words that it stands with: those of the closest ancestor that has any. */
  readonly beside: string;
}

/** What the composer's frame shows at one moment. */
export interface Look {
  readonly blocks: readonly Block[];
  /** Level of the innermost thing that looks like somebody typing; 0 for none. */
  readonly typing: number;
  /** How much around the composer says that it is at work: what moves without an end, and bars of progress. */
  readonly busy: number;
  readonly pictures: readonly Picture[];
  /** Level of the widget's own container, as far as it can be told without an echo. */
  readonly container: number;
}

/** What is visible around a composer; `undefined` when the composer is gone. */
export function lookAround({ element }: Control, widget: Widget): Promise<Look | undefined> {
  return askBeside(element, look, {
    asides: widget.asides ?? null,
    root: widget.root ?? null,
    messages: widget.messages ?? null,
  });
}

/** Runs in the page. */
function look(
  composer: Element,
  hints: {
    readonly asides: string | null;
    readonly root: string | null;
    readonly messages: string | null;
  },
): Look | undefined {
  if (!composer.isConnected) return undefined;
  const chain = new Map<Node, number>();
  const ancestors: Node[] = [];
  for (let node = upward(composer); node !== null; node = upward(node)) ancestors.unshift(node);
  for (const [index, node] of ancestors.entries()) chain.set(node, index + 1);

  function upward(node: Node): Node | null {
    return node instanceof ShadowRoot ? node.host : node.parentNode;
  }

  function levelOf(node: Node): number {
    for (let one: Node | null = node; one !== null; one = upward(one)) {
      const level = chain.get(one);
      if (level !== undefined) return level;
    }
    return 0;
  }

  function isVisible(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect();
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return shown && ((width > 1 && height > 1) || getComputedStyle(element).display === 'contents');
  }

  /** The closest ancestor that starts a line of its own. */
  function lineOf(element: Element): Element {
    let line = element;
    while (line.parentElement !== null && /^inline|^contents$|^ruby/.test(getComputedStyle(line).display)) {
      line = line.parentElement;
    }
    return line;
  }

  const lines = new Map<Element, string[]>();
  const pictures: { what: string; level: number; top: number; beside: string }[] = [];
  const typing: number[] = [];
  const isTyping = /typing|thinking|is-loading|loading-(?:dots|bubble|message)|\bdots\b/i;

  /** Something moves, or says so in words: a bubble that is only called after typing stays when the typing is over. */
  function isAtIt(element: Element): boolean {
    const moves = element.getAnimations({ subtree: true }).some(({ playState }) => playState === 'running');
    return (
      moves ||
      element.querySelector('img, animate') !== null ||
      /typing|thinking|\.\.\.|…/i.test(element.textContent)
    );
  }

  function visit(node: Node): void {
    if (node instanceof Text) return visitText(node);
    if (node instanceof Element) {
      if (node === composer || /^(?:script|style|noscript|template|option|textarea)$/i.test(node.tagName))
        return;
      if (
        isTyping.test(`${node.getAttribute('class')} ${node.getAttribute('aria-label')}`) &&
        isVisible(node) &&
        isAtIt(node)
      ) {
        typing.push(levelOf(node));
      }
      visitPicture(node);
      if (node.shadowRoot !== null) visitAll(node.shadowRoot);
    }
    visitAll(node);
  }

  function visitAll(parent: Node): void {
    for (const child of parent.childNodes) visit(child);
  }

  function visitText(text: Text): void {
    const parent = text.parentElement;
    if (parent === null || text.data.trim() === '' || !isVisible(parent)) return;
    const line = lineOf(parent);
    lines.set(line, [...(lines.get(line) ?? []), text.data]);
  }

  /** An image, a drawing, or an empty box with a background; a tick beside a message is too small to count. */
  function visitPicture(element: Element): void {
    const isPainted = element.matches('img, svg, canvas, video');
    if (!isPainted && (element.childNodes.length > 0 || element.shadowRoot !== null)) return;
    const background = isPainted ? '' : getComputedStyle(element).backgroundImage;
    if (background === 'none') return;
    const { width, top } = element.getBoundingClientRect();
    if (width < 18 || !isVisible(element)) return;
    const what = `${element.tagName} ${element.getAttribute('src') ?? background}`.slice(0, 200);
    pictures.push({ what, level: levelOf(element), top, beside: wordsBeside(element) });
  }

  function wordsBeside(element: Element): string {
    for (let node: Node | null = element; node !== null; node = upward(node)) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '') return text.slice(0, 1_000);
    }
    return '';
  }

  function isInMessages(line: Element): boolean {
    for (let node: Node | null = line; node !== null; node = upward(node))
      if (node instanceof Element && node.matches(hints.messages ?? '*')) return true;
    return false;
  }

  /** Of the composer's own tree, so that what moves elsewhere says nothing of the chat. Of `aria-busy` alone nothing is to be seen. */
  function howBusy(): number {
    const tree = composer.getRootNode();
    if (!(tree instanceof Document || tree instanceof ShadowRoot)) return 0;
    const moving = tree
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().iterations === Infinity,
      );
    const bars = [...tree.querySelectorAll('[role="progressbar"], progress')];
    return moving.length + bars.filter(isVisible).length;
  }

  visit(document);
  const root =
    hints.root === null
      ? null
      : ancestors.find((node) => node instanceof Element && node.matches(hints.root ?? ''));
  const host = ancestors.find((node) => node instanceof ShadowRoot);
  return {
    blocks: [...lines]
      .filter(([line]) => isInMessages(line))
      .map(([line, texts]) => ({
        text: texts.join('').replace(/\s+/g, ' ').trim(),
        level: levelOf(line),
        aside: hints.asides !== null && line.closest(hints.asides) !== null,
        bottom: line.getBoundingClientRect().bottom,
      })),
    typing: Math.max(0, ...typing),
    busy: howBusy(),
    pictures,
    container: hints.messages === null ? (chain.get(root ?? host ?? document) ?? 0) : 0,
  };
}
