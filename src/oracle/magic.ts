/** Beginnings by which formats are known (as hexadecimal digits, `..` for any byte). */
const beginnings: readonly (readonly [string, string])[] = [
  ['1f8b08', 'gzip'],
  ['25504446', 'pdf'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['474946383761', 'gif'],
  ['474946383961', 'gif'],
  ['52494646........57454250', 'webp'],
  ['52494646........57415645', 'wav'],
  ['0000010001', 'icon'],
  ['0000010002', 'icon'],
  ['0000010003', 'icon'],
  ['424d........00000000', 'bitmap'],
  ['........66747970', 'avif or mp4'],
  ['774f4646', 'woff font'],
  ['774f4632', 'woff2 font'],
  ['4f54544f00', 'otf font'],
  ['0001000000', 'ttf font'],
  ['4f67675300', 'ogg'],
  ['494433', 'mp3'],
  ['fffb', 'mp3'],
  ['664c6143', 'flac'],
  ['1a45dfa3', 'webm'],
  ['0061736d', 'wasm'],
];

/** What the bytes begin like; `null` when like nothing known. */
export function kindOf(bytes: Uint8Array): string | null {
  const found = patterns.find(({ wanted }) => beginsWith(bytes, wanted));
  if (found !== undefined) return found.kind;
  return isZlib(bytes) ? 'zlib' : null;
}

/** As numbers, for every body is looked at; `null` for any byte. */
const patterns = beginnings.map(([pattern, kind]) => ({
  kind,
  wanted: (pattern.match(/../g) ?? []).map((pair) => (pair === '..' ? null : Number.parseInt(pair, 16))),
}));

function beginsWith(bytes: Uint8Array, wanted: readonly (number | null)[]): boolean {
  return wanted.every((byte, index) => byte === null || byte === bytes[index]);
}

/** RFC 1950: method 8 with the window in the upper half, and the two bytes a multiple of 31. */
function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (
    first === 0x78 &&
    ((first << 8) | second) % 31 === 0 &&
    [0x01, 0x5e, 0x9c, 0xda].includes(second) &&
    second !== 0x5e
  );
}

/** Whether `node:zlib` can unpack the kind. */
export function isInflatable(kind: string | null): kind is 'gzip' | 'zlib' {
  return kind === 'gzip' || kind === 'zlib';
}

/** First bytes, for a person who has to find out what a body is. */
export function describe(bytes: Uint8Array): string {
  return `begins with ${Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ')}`;
}
