/** What is special about one chat widget. CSS selectors match within one document or shadow root. */
export interface Widget {
  readonly name: string;
  /** The custom element or container of the whole widget. */
  readonly root?: string;
  readonly composer?: string;
  readonly launcher?: string;
  readonly sendControl?: string;
  /** Texts of the widget itself that are no answer: an error, a hint. */
  readonly asides?: string;
}
