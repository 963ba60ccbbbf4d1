import { hash } from 'node:crypto';

/** Larger bodies are not kept for being seen again. */
const largest = 1_000_000;
/** Bytes in either half of what is kept. */
const most = 32_000_000;

let young = new Map<string, Uint8Array>();
let old: ReadonlyMap<string, Uint8Array> = new Map();
let size = 0;

const digests = new WeakMap<Uint8Array, string>();

/**
 * A copy of what came over the line in pieces; the same object for the same bytes, as long as they are remembered. So
 * whatever is found out of a body (its digest, its text, whose values it holds) can hang on the object, and is found
 * out once, however many are answered with it. Nobody may change it.
 */
export function sameBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  const bytes = first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
  if (bytes.length > largest) return bytes === first ? Buffer.from(bytes) : bytes;
  const digest = hash('sha1', bytes, 'base64');
  const known = young.get(digest);
  return known ?? keep(digest, old.get(digest) ?? (bytes === first ? Buffer.from(bytes) : bytes));
}

/** What tells these bytes from all others. */
export function digestOf(bytes: Uint8Array): string {
  return digests.get(bytes) ?? hash('sha1', bytes, 'base64');
}

/** The older half is forgotten as a whole. */
function keep(digest: string, bytes: Uint8Array): Uint8Array {
  if (size + bytes.length > most) {
    old = young;
    young = new Map();
    size = 0;
  }
  size += bytes.length;
  young.set(digest, bytes);
  digests.set(bytes, digest);
  return bytes;
}
