import type { Target } from './target';

export interface Body {
  readonly body: string | Uint8Array;
}

/** Why there is no body. */
export interface NoBody {
  readonly why: string;
}

/**
 * A body from the page's own session; where that has none (any more), from what the browser kept. The session has what
 * never crossed the network (`data:`, `blob:`, a service worker's answers), the browser has what outlived its page.
 * @param given how many bytes the page was given, as far as is known
 */
export const bodyOf = async (target: Target, requestId: string, given: number): Promise<Body | NoBody> => {
  const own = await bodyFrom(target.send('Network.getResponseBody', { requestId }));
  if ('body' in own && (own.body.length > 0 || given === 0)) return own;
  const kept = await keptBodyOf(target, requestId);
  if ('body' in kept) return kept;
  return 'why' in own ? own : { why: 'it came empty' };
};

/** A body from what the browser kept. */
export const keptBodyOf = ({ context }: Target, requestId: string): Promise<Body | NoBody> =>
  bodyFrom(context.keptBody(requestId));

const bodyFrom = async (
  asked: Promise<{ readonly body: string; readonly base64Encoded: boolean }>,
): Promise<Body | NoBody> => {
  try {
    const { body, base64Encoded } = await asked;
    return { body: base64Encoded ? Buffer.from(body, 'base64') : body };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
};
