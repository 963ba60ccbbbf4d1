import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { apart, type Weave } from '../text';
import { isInflatable, kindOf } from '../magic';

/** Shorter stretches cannot hold a key. */
const shortest = 7;

const utf8 = new TextDecoder('utf-8');

/**
 * Adds the readable stretches of decoded bytes to a weave, each on a line of its own. A stretch is printable ASCII and
 * well-formed UTF-8; zero bytes between letters (UTF-16) are passed over.
 */
export function addReadable(packed: Uint8Array, origin: number, weave: Weave): void {
  const bytes = inflated(packed) ?? packed;
  let begin = 0;
  let printable = 0;
  for (let index = 0; index <= bytes.length;) {
    const size = index < bytes.length ? sizeOfCharacter(bytes, index) : 0;
    if (size > 0) {
      if (bytes[index] !== 0) printable++;
      index += size;
      continue;
    }
    if (printable >= shortest && printable * 3 >= index - begin)
      weave.put(`${textOf(bytes.subarray(begin, index))}${apart}`, origin);
    begin = ++index;
    printable = 0;
  }
}

/** Bytes that the character at `index` takes; 0 when it is none that people write. */
function sizeOfCharacter(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 1;
  if (first >= 0x20 && first < 0x7f) return 1;
  if (first === 0x0a || first === 0x0d || first === 0x09 || first === 0) return 1;
  const size =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  for (let next = 1; next < size; next++) if (((bytes[index + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return size;
}

function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes).replaceAll('\0', '');
}

const largest = 4_000_000;

/** Unpacked bytes, up to 4 MB; `null` when they are not packed or damaged. */
function inflated(bytes: Uint8Array): Uint8Array | null {
  const kind = bytes[0] === 0x1f || bytes[0] === 0x78 ? kindOf(bytes) : null;
  if (!isInflatable(kind)) return null;
  try {
    const options = { maxOutputLength: largest, finishFlush: constants.Z_SYNC_FLUSH };
    return kind === 'gzip' ? gunzipSync(bytes, options) : inflateSync(bytes, options);
  } catch {
    return null;
  }
}
