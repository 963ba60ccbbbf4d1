import type { CDPSession } from '@playwright/test';

/*
 * Playwright ships the types of the DevTools protocol but exports them only as the signatures of its CDPSession:
 * these are taken from there.
 */

declare const session: CDPSession;

type OnEvent = CDPSession['off'];

/** `Network.getResponseBody`, ... */
export type Command = Parameters<CDPSession['send']>[0];
export type Params<M extends Command> = Parameters<typeof session.send<M>>[1];
export type Result<M extends Command> = Awaited<ReturnType<typeof session.send<M>>>;

/** `Network.loadingFinished`, ... */
export type EventName = OnEvent extends {
  (event: infer E, listener: never): unknown;
  (event: 'close', listener: never): unknown;
  (event: 'event', listener: never): unknown;
}
  ? Extract<E, string>
  : never;
export type Payload<E extends EventName> = Parameters<Parameters<typeof session.off<E>>[1]>[0];

/** What the browser answered to a command of this name: the protocol's own description of it is believed. */
export const resultOf = <M extends Command>(_command: M, answer: unknown): Result<M> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- there is no schema of the protocol at run time
  answer as Result<M>;

/** What came with an event of this name: the protocol's own description of it is believed. */
export const payloadOf = <E extends EventName>(_event: E, payload: unknown): Payload<E> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- there is no schema of the protocol at run time
  payload as Payload<E>;
