import { payloadOf, type Command, type EventName, type Params, type Payload, type Result } from './protocol';
import type { WatchedContext } from './watched-context';

/** A page, a cross-process iframe or a worker, as the channels see it. */
export interface Target {
  readonly id: string;
  /** `page`, `iframe`, `worker`, `shared_worker`, `service_worker`, ... */
  readonly type: string;
  /** A page that another page opened: it may have started before it was watched (see popups.ts). */
  readonly isPopup: boolean;
  readonly context: WatchedContext;
  url(): string;
  isGone(): boolean;
  /** Rejects when the browser refuses or the target goes away first. */
  send<M extends Command>(method: M, params?: Params<M>): Promise<Result<M>>;
  /** Hears an event of this target's session; `Target.targetInfoChanged` is that of this target. */
  on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): void;
}

/** A target, and what only the watch itself does with it. */
export interface OwnedTarget extends Target {
  readonly session: string;
  hear(method: string, params: unknown): void;
  setUrl(url: string): void;
  leave(): void;
}

export interface TargetOptions {
  readonly id: string;
  readonly type: string;
  readonly url: string;
  readonly isPopup: boolean;
  readonly session: string;
  readonly context: WatchedContext;
  readonly send: Target['send'];
}

/** Has documents: everything else has only scripts. */
export const hasDocument = ({ type }: Target): boolean => type === 'page' || type === 'iframe';

export const createTarget = ({ url, ...fixed }: TargetOptions): OwnedTarget => {
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  let currentUrl = url;
  let gone = false;
  return {
    ...fixed,
    url: () => currentUrl,
    isGone: () => gone,
    on(event, listener) {
      const known = listeners.get(event);
      const hear = (payload: unknown) => listener(payloadOf(event, payload));
      if (known) known.push(hear);
      else listeners.set(event, [hear]);
    },
    hear(method, params) {
      for (const listener of listeners.get(method) ?? []) {
        try {
          listener(params);
        } catch (error) {
          fixed.context.fails(error);
        }
      }
    },
    setUrl(next) {
      currentUrl = next;
    },
    leave() {
      gone = true;
    },
  };
};
