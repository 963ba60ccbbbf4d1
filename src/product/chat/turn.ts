import type { Millis } from '../../words';
import type { Politeness } from '../politeness';
import type { ChatControls } from './controls';
import type { ChatCall } from './recognise';

/** The request or frame that carried a question: the chatbot's API, seen at work. */
export interface Wire {
  readonly kind: 'request' | 'web-socket';
  readonly url: string;
  readonly method?: string;
  /** Exactly as it was sent, the question included: not for reports. */
  readonly body: string;
}

/** How long somebody who asks looked at a chat that showed nothing. */
export interface Silence {
  readonly ms: Millis;
  /** What was seen then; `nothing` when the driver stopped looking. */
  readonly until: 'a sign' | 'nothing';
}

/** What became of one question, and how long there was nothing to be seen of that; no silence where none was sent. */
export type Turn = Became & { readonly silence?: Silence };

/** What became of one question. Everything but `answered` makes a verdict `unknown`. */
export type Became =
  | {
      readonly is: 'answered';
      /** What the bot added to the conversation, a line for each block, without the echo of the question. */
      readonly text: string;
      readonly ms: Millis;
      /** False when the answer was still growing when patience ended. */
      readonly complete: boolean;
      readonly wire?: Wire;
      /** The same, understood: where the question stands, and what says whose conversation it is. */
      readonly call?: ChatCall;
    }
  | {
      readonly is: 'unanswered' | 'throttled' | 'broken' | 'unauthenticated';
      /** A sentence for people, without the question and without what was shown. */
      readonly detail: string;
      /** How long a throttled chat wants to be left alone, where it says so. */
      readonly retryAfter?: Millis;
      readonly wire?: Wire;
      /** The same, understood: where the question stands, and what says whose conversation it is. */
      readonly call?: ChatCall;
    };

export interface ChatOptions extends ChatControls {
  /** Name of a preset, or `auto`. */
  readonly widget?: string;
  /** What has to be pressed, once, before the chat takes questions: what is to be read on it, or its label. */
  readonly opening?: readonly string[];
  /** Password of a site that is shown to nobody without it. */
  readonly sitePassword?: string;
  /** Milliseconds for the widget to load and open. */
  readonly openWithin?: Millis;
  /** Milliseconds for one answer. */
  readonly answerWithin?: Millis;
  /** Milliseconds that a chat's wish for a pause (429) may take in all before it is reported. */
  readonly waitWhenThrottled?: Millis;
  /** Counts the message against the cap of the config. */
  readonly politeness?: Pick<Politeness, 'countChatMessage'>;
}
