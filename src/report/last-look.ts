import { isAbsolute, relative } from 'node:path';
import { createSearch } from '../oracle/mask';
import type { Acceptance } from './acceptance-schema';
import { reportFolders } from './folders';
import type { Literal } from './literals';
import { addProblems, clearResults, type Stage } from './results';
import { deleteHits, searchWritten } from './search-written';
import { removeAcceptance, writeAcceptance } from './write-acceptance';

/** What is to be looked at when everything has been written. */
export interface LastLook {
  readonly reports: string;
  /** Further folders that a run writes to. */
  readonly alsoSearch: readonly string[];
  readonly literals: readonly Literal[];
  readonly expected: readonly Stage[];
  /** Under which stage a problem is noted. */
  readonly stage: Stage;
}

/**
 * The end of every run: searches everything that was written for values that may be written nowhere, deletes what holds
 * one, writes the report, and searches that too.
 * @returns the report, and a sentence for each thing that had to be deleted: such a run is never green
 */
export function takeLastLook(look: LastLook): { acceptance: Acceptance; deleted: readonly string[] } {
  const { reports, alsoSearch, literals, expected, stage } = look;
  const search = createSearch([...literals]);
  const clean = (folder: string) => deleteHits(folder, searchWritten(folder, search));
  const results = reportFolders(reports).results;
  removeAcceptance(reports);
  const deleted = [reports, ...alsoSearch.filter((folder) => !isWithin(reports, folder))].flatMap(clean);
  addProblems(results, stage, deleted);
  const acceptance = writeAcceptance(reports, expected);
  const late = clean(reports);
  if (late.length === 0) return { acceptance, deleted };
  // The report is made of the results: what came into it from there would come again.
  clearResults(results, 'guarantees');
  addProblems(results, stage, late);
  return { acceptance: writeAcceptance(reports, expected), deleted: [...deleted, ...late] };
}

function isWithin(folder: string, other: string): boolean {
  const path = relative(folder, other);
  return !path.startsWith('..') && !isAbsolute(path);
}
