import type { ChatControls } from '../controls';

/** What is special about one chat widget. CSS selectors match within one document or shadow root. */
export interface Widget extends ChatControls {
  readonly name: string;
  /** The custom element or container of the whole widget. */
  readonly root?: string;
  /** Texts of the widget itself that are no answer: an error, a hint. */
  readonly asides?: string;
}
