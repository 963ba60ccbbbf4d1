import type { Claims } from '../context';

/** What a request is about to do with files. */
export type StorageAction = 'list' | 'read' | 'sign';

/** How the file API decides on whose authority it works. */
export interface StorageParts {
  /** The claims that the database is given; the rules of `storage.objects` see nothing else of the caller. */
  readonly authority: (claims: Claims, action: StorageAction) => Claims;
}

export const soundStorage: StorageParts = { authority: (claims) => claims };
