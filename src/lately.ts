/** Remembers the latest of many things. */
export interface Lately<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/**
 * A memory for so many things at most. Kept in two halves, the older of which is forgotten as a whole: deleting the
 * oldest of a map one by one would walk over all that was deleted before.
 */
export function createLately<Key, Value>(most: number): Lately<Key, Value> {
  let young = new Map<Key, Value>();
  let old: ReadonlyMap<Key, Value> = new Map();

  const set = (key: Key, value: Value) => {
    if (young.size >= most / 2) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  return {
    get(key) {
      const known = young.get(key);
      if (known !== undefined) return known;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    set,
  };
}
