import type { ElementHandle, Frame, JSHandle } from '@playwright/test';

/**
 * Runs a function within a frame and keeps its result there. The function travels as text, so it may use nothing from
 * outside itself.
 *
 * @param value goes in as JSON
 */
export function runInFrame<In, Out>(
  frame: Frame,
  run: (value: In) => Out,
  value: In,
): Promise<JSHandle<Out>> {
  return frame.evaluateHandle<Out>(inFrameWith(run, value));
}

/** What a function says within a frame: it must be JSON. */
export function askFrame<In, Out>(frame: Frame, run: (value: In) => Out, value: In): Promise<Out> {
  return frame.evaluate<Out>(inFrameWith(run, value));
}

/** The same beside an element of the page, which the function gets first. */
export function runBeside<In, Out>(
  element: ElementHandle<Element>,
  run: (element: Element, value: In) => Out,
  value: In,
): Promise<JSHandle<Out>> {
  return element.evaluateHandle<Out, undefined, Element>(besideWith(run, value), undefined);
}

/** What a function says beside an element; `undefined` when the element is gone, or its page is. */
export async function askBeside<In, Out>(
  element: ElementHandle<Element>,
  run: (element: Element, value: In) => Out,
  value: In,
): Promise<Out | undefined> {
  try {
    return await element.evaluate<Out, undefined, Element>(besideWith(run, value), undefined);
  } catch {
    return undefined;
  }
}

function inFrameWith<In, Out>(run: (value: In) => Out, value: In): () => Out {
  const source = selfContained(`() => (${run.toString()})(${JSON.stringify(value)})`);
  return withText(() => run(value), source);
}

function besideWith<In, Out>(run: (element: Element, value: In) => Out, value: In): (beside: Element) => Out {
  const source = selfContained(`(element) => (${run.toString()})(element, ${JSON.stringify(value)})`);
  return withText((beside: Element) => run(beside, value), source);
}

/** Some compilers wrap inner functions in a helper called `__name`; a page has none, so the function brings its own. */
function selfContained(source: string): string {
  return `(first) => { const __name = (inner) => inner; return (${source})(first); }`;
}

/** Playwright sends the text of a function into the page: this one is called as `run` and travels as `source`. */
function withText<F extends (...values: never[]) => unknown>(run: F, source: string): F {
  return Object.assign(run, { toString: () => source });
}
