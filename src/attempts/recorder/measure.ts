import type { Exchange } from '../../evidence';
import { readExhibits } from '../../oracle/read-exhibits';
import type { Visitor } from '../../visit/visitor';
import type { Endpoint, Exhibit } from '../../words';

/** In whose eyes everything that is anybody's is foreign. */
const anybody = { name: 'anybody', sees: [] } as const;

/**
 * Whose private records of which kind stand in answers: by this an endpoint is sensitive, whatever it is called. An id
 * alone is no private record.
 * @returns `null` when nothing was seen and something could not be read
 */
export async function recordsIn(
  { stage }: Visitor,
  exhibits: readonly Exhibit[],
): Promise<Endpoint['records']> {
  if (exhibits.length === 0) return null;
  const { findings, unreadable } = stage.oracle.search(await readExhibits(exhibits), anybody, []);
  const found = new Map<string, { owner: string; kind: string }>();
  for (const { rule, owner, kind } of findings)
    if (owner !== null && rule !== 'foreign-identifier') found.set(`${owner} ${kind}`, { owner, kind });
  return found.size === 0 && unreadable.length > 0 ? null : [...found.values()];
}

/** The answers that the browser was given, as exhibits. An answer without a body shows nothing. */
export function answersOf(exchanges: readonly Exchange[]): readonly Exhibit[] {
  return exchanges.flatMap(({ answer, answerType, status, url }): readonly Exhibit[] => {
    if (answer === undefined && status === undefined) return [];
    const type = answerType === undefined ? {} : { type: answerType };
    return [{ channel: 'api-body', where: { part: 'body', url }, at: 0, body: answer ?? '', ...type }];
  });
}
