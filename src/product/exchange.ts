import type { Dispatcher } from 'undici';
import { largestBody } from './body';
import type { Deadline } from './deadline';
import { type Failure, hangUpError, whyUnreachable } from './failure';

/** An answer as it came over the line. */
export interface Arrived {
  readonly failed?: never;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Pieces of the body as they came: parts of all that came over the connection at once, so copy what is kept. */
  readonly pieces: readonly Uint8Array[];
  /** Why these are not all. */
  readonly cut?: string;
}

/**
 * When the asker hangs up: as soon as the request is on its way, or with the first piece of the answer. One that has
 * ended by then is whole.
 */
export type HangUp = 'when-sent' | 'when-begun';

/**
 * Sends one request and waits for as much of its answer as comes in time and is not too large: what came before a cut
 * was shown, too. undici's own `request` makes a stream of every body, and that costs more than all else.
 */
export function exchange(
  dispatcher: Dispatcher,
  sent: Dispatcher.DispatchOptions,
  deadline: Deadline,
  hangUp?: HangUp,
): Promise<Arrived | Failure> {
  return new Promise((resolve) => {
    const receiver = createReceiver((arrived) => {
      deadline.end(receiver);
      resolve(arrived);
    }, hangUp);
    deadline.begin(receiver);
    dispatcher.dispatch(sent, receiver);
  });
}

function createReceiver(
  done: (arrived: Arrived | Failure) => void,
  hangUp?: HangUp,
): Dispatcher.DispatchHandler & { late(): void } {
  let head: Pick<Arrived, 'status' | 'statusText' | 'headers'> | undefined;
  let connection: Dispatcher.DispatchController | undefined;
  let isLate = false;
  let length = 0;
  const pieces: Uint8Array[] = [];

  return {
    onRequestStart(controller) {
      connection = controller;
      // It was late before there was a connection for it.
      if (isLate) controller.abort(timedOut());
      // The request is written after this; a turn of the loop later it is on its way.
      if (hangUp === 'when-sent') setImmediate(() => controller.abort(hungUp()));
    },
    onResponseStart(_, status, headers, statusText = '') {
      // `103 Early Hints` and the like come before the answer.
      if (status >= 200) head = { status, statusText, headers };
    },
    onResponseData(controller, piece) {
      length += piece.length;
      if (hangUp === 'when-begun' && head) {
        done({ ...head, pieces: [piece] });
        return controller.abort(hungUp());
      }
      if (length <= largestBody) return void pieces.push(piece);
      if (head) done({ ...head, pieces, cut: `the body is larger than ${largestBody} bytes` });
      controller.abort(new Error('too large'));
    },
    onResponseEnd() {
      if (head) done({ ...head, pieces });
    },
    onResponseError(_, error) {
      done(cutOff(head, pieces, error));
    },
    late() {
      isLate = true;
      connection?.abort(timedOut());
      done(cutOff(head, pieces, timedOut()));
    },
  };
}

function cutOff(
  head: Pick<Arrived, 'status' | 'statusText' | 'headers'> | undefined,
  pieces: readonly Uint8Array[],
  error: Error,
): Arrived | Failure {
  const why = whyUnreachable(error);
  // Who hangs up wants no more than this.
  if (head && why.failed === 'hung-up') return { ...head, pieces };
  return head ? { ...head, pieces, cut: `the body did not end: ${why.detail}` } : why;
}

function hungUp(): Error {
  return new DOMException('The asker hung up', hangUpError);
}

function timedOut(): Error {
  return new DOMException('The answer took too long', 'TimeoutError');
}
