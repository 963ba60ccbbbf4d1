import type { Request, Response } from '@playwright/test';
import type { Traffic } from './traffic';

/** By these a server says itself that the answer proper does not come here. */
const acknowledging: ReadonlySet<number> = new Set([202, 204, 205]);

/**
 * Whether a question was only taken in by the request that carried it, and is answered by another way. Says so, too, of
 * an answer that the page dropped in order to ask on. Chromium takes an answer without a body that nobody reads for
 * a dropped one, although it is all there.
 */
export function isOnlyAcknowledged(request: Request, traffic: Traffic): boolean {
  const response = request.existingResponse();
  if (response === null || response.status() >= 400) return false;
  if (request.failure() === null) return acknowledging.has(response.status());
  if (!isDropped(request)) return false;
  if (acknowledging.has(response.status())) return true;
  return !isStream(response) && traffic.askedOnAfter(request).some(outlived(request, traffic));
}

/** Whether it was the page that wanted no more of an answer. */
export function isDropped(request: Request): boolean {
  return request.existingResponse() !== null && request.failure()?.errorText === 'net::ERR_ABORTED';
}

/** What was sent beside the question is over by the time at which a page gives an answer up. */
function outlived(request: Request, traffic: Traffic): (further: Request) => boolean {
  const dropped = traffic.endOf(request) ?? Infinity;
  return (further) => (traffic.endOf(further) ?? Infinity) > dropped;
}

/** Of these the words are wanted: one that was dropped was cut short. */
function isStream(response: Response): boolean {
  return /^text\/event-stream/i.test(response.headers()['content-type'] ?? '');
}
