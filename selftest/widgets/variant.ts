import type { Hono } from 'hono';
import type { WebSocket } from 'ws';
import type { Bot } from './bot';

/** Where a variant's page is. */
export interface Place {
  /** `http://127.0.0.1:PORT/NAME` */
  readonly here: string;
  /** The same on another site. */
  readonly elsewhere: string;
}

/** One page with one chat widget, and the backend that the widget wants. */
export interface Variant {
  readonly name: string;
  /** What of its calls says whose conversation it is: names of fields, or `/N` for a part of the path. */
  readonly identifiers: readonly string[];
  /** The status by which a question is accepted; 200 unless it says otherwise. */
  readonly accepts?: number;
  /** Markup of the page, beside the decoys. */
  readonly page: (place: Place) => string;
  /** Answers requests below `/NAME`. */
  readonly serve?: (app: Hono, bot: Bot) => void;
  /** Answers a web socket at `/NAME/socket`. */
  readonly talk?: (socket: WebSocket, bot: Bot) => void;
}
