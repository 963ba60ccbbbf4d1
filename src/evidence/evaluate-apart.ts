import type { Store } from './stores';
import type { Target } from './target';

const worldName = 'evidence';

/**
 * Runs browser code in a frame of this store, in a world of its own: with the browser's own functions, whatever the
 * page has made of them. Rejects when the code throws, or when the frame goes away first.
 * @returns what the expression came to: plain data
 */
export const evaluateApart = async (
  target: Target,
  { frameId }: Store,
  expression: string,
): Promise<unknown> => {
  const { executionContextId: contextId } = await target.send('Page.createIsolatedWorld', {
    frameId,
    worldName,
  });
  const { result, exceptionDetails } = await target.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails)
    throw new Error(
      `reading failed in the page: ${exceptionDetails.exception?.description?.split('\n')[0] ?? ''}`,
    );
  return result.value;
};
