import type { Search } from '../oracle/oracle';
import { withLoad } from '../visit/since-load';
import type { Visitor } from '../visit/visitor';
import type { Exhibit, Finding, OwnerName } from '../words';
import { echoesIn } from './echo';
import { tellingOf } from './telling';

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
  const { findings, unreadable, searched, shown } = searchFor(visitor, exhibits);
  return {
    shown,
    foreign: findings.map((finding) => withLoad(visitor, finding)),
    searched,
    unreadable: unreadable.map(({ channel, why }) => `${channel}: ${why}`),
  };
}

/** Echoes only excuse what was found: where nothing was, none are looked for. */
function searchFor({ stage, viewer, said }: Visitor, exhibits: readonly Exhibit[]): Search {
  const { oracle, product } = stage;
  const search = oracle.search(exhibits, viewer, said);
  const echoes = search.findings.length > 0 ? echoesIn(exhibits, product) : [];
  return echoes.length > 0 ? oracle.search(exhibits, viewer, said, echoes) : search;
}

/** The same for the answer to one request, most of which hold nothing of anybody's. */
export function lookAtAnswer(visitor: Visitor, exhibits: readonly Exhibit[]): Omit<Look, 'searched'> {
  const telling = tellingOf(visitor.stage.oracle, exhibits);
  return telling.length > 0 ? lookAt(visitor, telling) : nothingSeen;
}

const nothingSeen: Omit<Look, 'searched'> = { foreign: [], unreadable: [], shown: new Set() };

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
  const { oracle } = visitor.stage;
  const telling = tellingOf(oracle, exhibits);
  return telling.length > 0 && oracle.shows(telling, { owner, kind }, visitor.said);
}
