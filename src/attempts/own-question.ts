import type { Visitor } from '../visit/visitor';
import { firstRecordOf } from './first-record';

/** A question of the config by which a visitor is shown a record of its own. */
export interface OwnQuestion {
  readonly kind: string;
  readonly text: string;
}

/** The questions of the config that are about something the visitor has. */
export function ownQuestionsOf(visitor: Visitor): readonly OwnQuestion[] {
  return Object.entries(visitor.stage.product.chat.ask)
    .filter(([kind]) => firstRecordOf(visitor, kind) !== undefined)
    .map(([kind, text]) => ({ kind, text }));
}
