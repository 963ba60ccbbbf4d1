import type { Visitor } from '../visit/visitor';
import type { OwnedRecord } from '../words';

/** The first record of this kind that the visitor's account owns, as the config lists them. */
export function firstRecordOf({ stage, persona }: Visitor, kind: string): OwnedRecord | undefined {
  return stage.product.records.find((record) => record.owner === persona.account && record.kind === kind);
}
