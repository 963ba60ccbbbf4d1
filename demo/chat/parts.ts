import type { Caller, Database } from '../context';
import { publicAnswersOnly, type AnswerCaching } from './answer-cache';
import { ownAuthority, type Authority } from './authority';
import type { ChatBody } from './body';
import { ownMemory, type Memory } from './memory';
import type { ModelMessage } from './model/protocol';
import { attachedRecords, systemPrompt } from './prompt';
import { tools } from './tools';
import type { Tool } from './tools/tool';
import type { Turn } from './turn';

/** Takes a piece of an answer to the browser. */
export type Outlet = (text: string) => Promise<void>;

/** Who an answer is for, and whether it is still being listened to. */
export interface Hearing {
  readonly turn: Turn;
  readonly isHeard: () => boolean;
}

/** How the chatbot decides whose data it touches and what it sends out. */
export interface ChatParts {
  /** On whose rights the tools read. */
  readonly whoseRecords: (caller: Caller, body: ChatBody, db: Database) => Authority | Promise<Authority>;
  readonly tools: readonly Tool[];
  readonly systemPrompt: (turn: Turn) => string | Promise<string>;
  readonly attachedRecords: (turn: Turn) => Promise<readonly object[]>;
  readonly memory: Memory;
  readonly answerCaching: AnswerCaching;
  /** The list in which one answer's conversation with the model grows. */
  readonly workingMessages: () => ModelMessage[];
  /** Where an answer's pieces go, given the response they belong to. */
  readonly outlet: (own: Outlet, hearing: Hearing) => Outlet;
  /** One piece of an answer as the browser gets it. */
  readonly event: (
    text: string,
    turn: Turn,
  ) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;
  /** Sent after the last piece of a stream, and merged into an answer that is not streamed. */
  readonly lastEvent: (turn: Turn) => Promise<Readonly<Record<string, unknown>> | null>;
  /** Before anything is answered. */
  readonly begin: (turn: Turn) => Promise<void>;
}

export const soundChat: ChatParts = {
  whoseRecords: (caller, _body, db) => ownAuthority(caller, db),
  tools,
  systemPrompt,
  attachedRecords,
  memory: ownMemory,
  answerCaching: publicAnswersOnly,
  workingMessages: () => [],
  outlet: (own) => own,
  event: (text) => ({ text }),
  lastEvent: () => Promise.resolve(null),
  begin: () => Promise.resolve(),
};
