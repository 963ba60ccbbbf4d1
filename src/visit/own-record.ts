import { isShown } from '../attempts/read';
import { notChecked } from '../attempts/not-checked';
import type { Holding, Visitor } from './visitor';

/**
 * A record of this kind that the visitor may see: its own first, else of somebody whose records it may see. Proven by
 * reading it at every endpoint of the config that reads such records.
 * Throws a `not checked` error when there is none, or when it is not shown to whom it belongs.
 */
export async function ownRecord(visitor: Visitor, kind: string): Promise<Holding> {
  const { product, facts } = visitor.stage;
  const holding = holdingOf(visitor, kind);
  if (!holding) {
    throw notChecked(facts, {
      what: 'not-configured',
      detail: `${visitor.name} may see no ${kind} → add one to records in product.config.ts`,
    });
  }
  const reads = product.reads.filter((read) => read.kind === kind);
  for (const read of reads) {
    if (await isShown(holding, read)) return holding;
  }
  throw notChecked(facts, {
    what: 'control-failed',
    detail: `${visitor.name} is not shown its own ${kind} at any of: ${reads.map(({ path }) => path).join(', ') || 'no endpoint is configured'}`,
  });
}

function holdingOf(visitor: Visitor, kind: string): Holding | undefined {
  const { persona, stage } = visitor;
  const owners = [persona.account, ...persona.sees].filter((owner) => owner !== null);
  const candidates = stage.product.records.filter((record) => record.kind === kind);
  const record = owners
    .map((owner) => candidates.find((candidate) => candidate.owner === owner))
    .find((found) => found !== undefined);
  return record && { record, keeper: visitor };
}
