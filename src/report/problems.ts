/**
 * What went wrong with the reporting itself. The reporters of one run live in one process and are called one after the
 * other: the first that meets a problem notes it here, the later ones write it down and fail the run.
 */
const noted = new Set<string>();

/** Notes a problem: a sentence for people, without values. */
export function noteProblem(sentence: string): void {
  noted.add(sentence);
}

/** All problems of this process so far. */
export function notedProblems(): readonly string[] {
  return [...noted];
}
