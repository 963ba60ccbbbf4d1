import type { Dispatcher } from 'undici';
import { expect, test } from 'vitest';
import { createDeadline } from './deadline';
import { exchange } from './exchange';

/** Answers with a head as soon as it is asked, and with nothing more. */
const beginning: Pick<Dispatcher, 'dispatch'> = {
  dispatch(_, handler) {
    const controller = {
      abort: (error: Error) => handler.onResponseError?.(controller, error),
      aborted: false,
      paused: false,
      reason: null,
      pause: () => undefined,
      resume: () => undefined,
    };
    handler.onRequestStart?.(controller, null);
    handler.onResponseStart?.(controller, 200, {}, 'OK');
    return true;
  },
};

test('what has begun to come by the time somebody hangs up is all that was wanted', async () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else of it is used
  const dispatcher = beginning as Dispatcher;
  const arrived = await exchange(
    dispatcher,
    { path: '/', method: 'GET' },
    createDeadline(1_000),
    'when-sent',
  );
  expect(arrived).toMatchObject({ status: 200, pieces: [] });
  expect(arrived).not.toHaveProperty('cut');
});
