import type { Caller, DemoContext } from '../context';
import type { Authority } from './authority';
import type { ChatBody } from './body';

/** One question of one caller, while it is being answered. */
export interface Turn {
  readonly caller: Caller;
  readonly authority: Authority;
  readonly body: ChatBody;
  readonly question: string;
  readonly demo: DemoContext;
  /** Names of the tools that the model used. */
  readonly used: Set<string>;
  /** What tools fetched beyond what they told the model; the clean tools fetch nothing more. */
  readonly fetched: object[];
}
