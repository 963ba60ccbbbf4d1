import { inflateSync } from 'node:zlib';

/** A megabyte of drawing commands takes a quarter of a second to read; pictures are left as they are. */
const most = { page: 32_000_000, picture: 256_000_000 };

/** So far before its stream a dictionary is looked for. */
const longestDictionary = 4_000;

/**
 * Whether the streams of a PDF unpack to more than is read of one, or are packed more than once. The reader of PDFs
 * itself knows no bounds, and nothing can stop it: half a megabyte made it fill a gigabyte.
 */
export function unpacksTooFar(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const left = { ...most };
  for (const { dictionary, start } of streamsOf(file)) {
    const packings = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (packings > 1) return true;
    if (packings === 0) continue;
    const kind = /\/Subtype\s*\/Image\b/.test(dictionary) ? 'picture' : 'page';
    left[kind] -= sizeOf(file.subarray(start), left[kind]);
    if (left[kind] < 0) return true;
  }
  return false;
}

function* streamsOf(file: Buffer): Generator<{ readonly dictionary: string; readonly start: number }> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - longestDictionary), at);
    if (before.endsWith('end')) continue;
    const lineEnd = file[at + 6] === 13 ? 2 : 1;
    yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), start: at + 6 + lineEnd };
  }
}

/** More than `left` when it does not end before; a damaged stream unpacks to nothing. */
function sizeOf(packed: Uint8Array, left: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? left + 1 : 0;
  }
}
