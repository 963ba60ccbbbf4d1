import type { Claims } from '../context';

/** What a request is about to do with the rows. */
export type RowsAction = 'read' | 'read-related' | 'count' | 'estimate' | 'write' | 'call';

/** How the row API decides on whose authority it works. */
export interface RowsParts {
  /** The claims that the database is given; the row rules see nothing else of the caller. */
  readonly authority: (claims: Claims, action: RowsAction) => Claims;
  /** What a read that found nothing is answered instead of an empty list, if anything. */
  readonly nothingFound: (request: Request) => Response | null;
}

export const soundRows: RowsParts = {
  authority: (claims) => claims,
  nothingFound: () => null,
};
