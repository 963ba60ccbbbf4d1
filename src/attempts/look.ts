import { withLoad } from '../visit/since-load';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding, OwnerName } from '../words';
import { echoesIn } from './echo';

/** What a visitor was shown since a moment in its ledger: whose it is, and whether all of it could be read. */
export interface Look {
  readonly foreign: readonly Finding[];
  /** Sentences on what could not be read. */
  readonly unreadable: readonly string[];
  /** Whose records were shown, the visitor's own among them; what it said itself does not count. */
  readonly shown: ReadonlySet<OwnerName>;
  /** How many exhibits of each channel were searched. */
  readonly searched: Readonly<Record<string, number>>;
}

/** Searches exhibits for what the visitor may not see; its own words coming back are no finding. */
export function lookAt(visitor: Visitor, exhibits: readonly Exhibit[]): Look {
  const { oracle, product } = visitor.stage;
  const echoes = echoesIn(exhibits, product);
  const { findings, unreadable, searched, shown } = oracle.search(
    exhibits,
    visitor.viewer,
    visitor.said,
    echoes,
  );
  return {
    shown,
    foreign: findings.map((finding) => withLoad(visitor, finding)),
    searched,
    unreadable: unreadable.map(({ channel, why }) => `${channel}: ${why}`),
  };
}

/**
 * Whether exhibits hold a record of this owner: the positive control.
 *
 * @param kind only records of this kind count, when given
 */
export function showsRecordOf(
  visitor: Visitor,
  exhibits: readonly Exhibit[],
  owner: OwnerName,
  kind?: string,
): boolean {
  return visitor.stage.oracle.shows(exhibits, { owner, kind }, visitor.said);
}
