import type { RecordsParts } from './parts';

const ending = /\.json$/;

/** The same API, which also serves a record's address with `.json` at its end, found in a way of its own. */
export function exported(parts: RecordsParts, findExport: RecordsParts['find']): RecordsParts {
  const find: RecordsParts['find'] = (db, reader, kind, id) =>
    ending.test(id) ? findExport(db, reader, kind, id.replace(ending, '')) : parts.find(db, reader, kind, id);
  return { ...parts, find };
}
