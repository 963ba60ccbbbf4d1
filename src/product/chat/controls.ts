import type { Millis } from '../../words';

/**
 * Where the parts of a chat are, for when their looks do not tell: a preset knows them of its widget, a config of its
 * page. CSS selectors match within one document or shadow root.
 */
export interface ChatControls {
  /** What opens the chat. */
  readonly launcher?: string;
  /** What a question is typed into. */
  readonly composer?: string;
  /** What sends it, where Enter does not. */
  readonly send?: string;
  /** What holds the conversation: nothing beside it is read. */
  readonly messages?: string;
  /** A part of the address, or the name, of the frame that holds the chat: no other is looked into. */
  readonly frame?: string;
  /** Milliseconds without a change after which an answer is complete. */
  readonly quiet?: Millis;
}
