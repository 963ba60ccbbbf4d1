import type { Claims } from '../context';

/** What a request is about to do with the rows. */
export type RowsAction = 'read' | 'read-related' | 'count' | 'estimate' | 'write' | 'call';

/** How the row API decides on whose authority it works. */
export interface RowsParts {
  /** The claims that the database is given; the row rules see nothing else of the caller. */
  readonly authority: (claims: Claims, action: RowsAction) => Claims;
  /** With which claims another schema than `public` is read, whose views are called as the tables; `null` where it is not exposed. */
  readonly otherSchema: (name: string, claims: Claims) => Claims | null;
  /** What a read that found nothing is answered instead of an empty list, if anything. */
  readonly nothingFound: (request: Request) => Response | null;
}

export const soundRows: RowsParts = {
  authority: (claims) => claims,
  otherSchema: () => null,
  nothingFound: () => null,
};
