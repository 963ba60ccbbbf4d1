import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { apart, putInto, type Weave } from '../text';
import { isInflatable, kindOf } from '../magic';
import { beginsPacked, kindOfByte, none, reachOfPacked, shortestStretch, single, zero } from './sextets';

const utf8 = new TextDecoder('utf-8');

const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const kind = kindOfByte(byte);
  return kind > zero ? none : kind;
});

/**
 * Adds the readable stretches of decoded bytes to a weave, each on a line of its own, and of what is packed in them. A
 * stretch is printable ASCII and well-formed UTF-8; zero bytes between letters (UTF-16) are passed over.
 */
export function addReadable(bytes: Uint8Array, length: number, origin: number, weave: Weave): void {
  const unpacked = inflated(bytes, length);
  if (unpacked !== null) addStretches(unpacked, unpacked.length, origin, weave);
  addStretches(bytes, length, origin, weave);
}

function addStretches(bytes: Uint8Array, end: number, origin: number, weave: Weave): void {
  let begin = 0;
  let printable = 0;
  for (let index = 0; index <= end;) {
    const size = index < end ? sizeOfCharacter(bytes, index, end) : none;
    if (size !== none) {
      if (bytes[index] !== 0) printable++;
      index += size;
      continue;
    }
    if (printable >= shortestStretch && printable * 3 >= index - begin)
      putInto(weave, `${textOf(bytes.subarray(begin, index))}${apart}`, origin);
    begin = ++index;
    printable = 0;
  }
}

/** Bytes that the character at `index` takes; 0 when it is none that people write. */
function sizeOfCharacter(bytes: Uint8Array, index: number, end: number): number {
  const kind = kinds[bytes[index] ?? 1] ?? none;
  if (kind <= single) return kind;
  if (kind === zero) return 1;
  if (index + kind > end) return none;
  for (let next = 1; next < kind; next++) if (((bytes[index + next] ?? 0) & 0xc0) !== 0x80) return none;
  return kind;
}

function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes).replaceAll('\0', '');
}

const largest = 4_000_000;

/** Where something begins that was packed; -1 where nothing near to the beginning does. */
function packedFrom(bytes: Uint8Array, length: number): number {
  for (let index = 0; index < Math.min(length - 1, reachOfPacked); index++)
    if (beginsPacked(bytes[index] ?? 0, bytes[index + 1] ?? 0)) return index;
  return -1;
}

/** Unpacked bytes, up to 4 MB; `null` when they are not packed or damaged. */
function inflated(packed: Uint8Array, length: number): Uint8Array | null {
  const begin = packedFrom(packed, length);
  if (begin < 0) return null;
  const bytes = packed.subarray(begin, length);
  const kind = kindOf(bytes);
  if (!isInflatable(kind)) return null;
  try {
    const options = { maxOutputLength: largest, finishFlush: constants.Z_SYNC_FLUSH };
    return kind === 'gzip' ? gunzipSync(bytes, options) : inflateSync(bytes, options);
  } catch {
    return null;
  }
}
