import { inflateSync } from 'node:zlib';
import type { Exhibit } from '../words';

/** What cameras, editors and generators write beside the pixels is seldom long. */
const largest = 4_000_000;
const shortest = 4;

/**
 * What pictures say besides their pixels (comments, EXIF, XMP, IPTC), as exhibits of their own beside the pictures.
 * PNG, JPEG, GIF and WebP; pixels themselves are not read. What cannot be unpacked is unreadable.
 */
export function textsInImages(exhibits: readonly Exhibit[]): readonly Exhibit[] {
  return exhibits.flatMap((exhibit) => {
    if (!(exhibit.body instanceof Uint8Array)) return [];
    const body = textInImage(exhibit.body);
    if (body === '') return [];
    const where = { ...exhibit.where, part: `metadata of the picture in ${exhibit.where.part}` };
    return [{ ...exhibit, where, type: 'text/plain', body }];
  });
}

/** The metadata's readable runs, one a line; empty for what is no picture, or says nothing. */
export function textInImage(bytes: Uint8Array): Exhibit['body'] & (string | { readonly unreadable: string }) {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const parts = [...(partsOf(image) ?? [])];
    if (parts.reduce((sum, { length }) => sum + length, 0) > largest)
      return { unreadable: `a picture with more than ${largest / 1e6} MB of metadata` };
    return [...new Set(parts.flatMap(runsIn))].join('\n');
  } catch {
    return { unreadable: 'a picture whose metadata cannot be taken apart' };
  }
}

function partsOf(image: Buffer): Iterable<Buffer> | undefined {
  if (image.length < 12) return undefined;
  if (image.subarray(1, 4).equals(Buffer.from('PNG'))) return partsOfPng(image);
  if (image.readUInt16BE(0) === 0xffd8) return partsOfJpeg(image);
  if (image.subarray(0, 4).equals(Buffer.from('GIF8'))) return partsOfGif(image);
  if (image.subarray(8, 12).equals(Buffer.from('WEBP'))) return partsOfWebp(image);
  return undefined;
}

/** PNG, third edition: each chunk is its length, its type, its data and a checksum. */
function* partsOfPng(image: Buffer): Generator<Buffer> {
  for (let at = 8; at + 12 <= image.length;) {
    const length = image.readUInt32BE(at);
    const type = image.toString('latin1', at + 4, at + 8);
    const data = image.subarray(at + 8, at + 8 + length);
    if (['tEXt', 'eXIf', 'iTXt'].includes(type)) yield data;
    if (type === 'zTXt' || type === 'iTXt') yield* unpacked(data, type);
    at += length + 12;
  }
}

/** Behind the keyword stands, in iTXt, whether it is compressed; zlib data itself begins with an x. */
function* unpacked(data: Buffer, type: string): Generator<Buffer> {
  const isCompressed = type === 'zTXt' || data[data.indexOf(0) + 1] === 1;
  const at = data.indexOf(0x78, data.indexOf(0));
  if (isCompressed && at >= 0) yield inflateSync(data.subarray(at), { maxOutputLength: largest });
}

/** ITU T.81: segments, each a marker and its length, up to where the picture begins. */
function* partsOfJpeg(image: Buffer): Generator<Buffer> {
  for (let at = 2; at + 4 <= image.length && image[at] === 0xff;) {
    const marker = image[at + 1] ?? 0;
    const length = image.readUInt16BE(at + 2);
    if (marker === 0xda) return;
    const isSaid = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef);
    if (isSaid) yield image.subarray(at + 4, at + 2 + length);
    at += 2 + length;
  }
}

/** GIF89a: comments and application data come in blocks of up to 255 bytes. */
function* partsOfGif(image: Buffer): Generator<Buffer> {
  for (let at = image.indexOf(0x21); at >= 0; at = image.indexOf(0x21, at + 1)) {
    const label = image[at + 1];
    if (label !== 0xfe && label !== 0xff && label !== 0x01) continue;
    const blocks: Buffer[] = [];
    let block = at + 2;
    for (let size = image[block] ?? 0; size > 0; size = image[block] ?? 0) {
      blocks.push(image.subarray(block + 1, block + 1 + size));
      block += size + 1;
    }
    yield Buffer.concat(blocks);
  }
}

/** RIFF: chunks of a type and a length, padded to even bytes. */
function* partsOfWebp(image: Buffer): Generator<Buffer> {
  for (let at = 12; at + 8 <= image.length;) {
    const type = image.toString('latin1', at, at + 4);
    const length = image.readUInt32LE(at + 4);
    if (type === 'EXIF' || type === 'XMP ') yield image.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
}

/** Runs of readable characters, as UTF-8 and, for what Windows writes, as UTF-16. */
function runsIn(part: Buffer): readonly string[] {
  const readable = new RegExp(`[^\\p{Cc}\\uFFFD]{${shortest},}`, 'gu');
  const texts = [part.toString('utf8'), part.toString('utf16le'), part.subarray(1).toString('utf16le')];
  const runs = texts.map((text) => text.match(readable) ?? []);
  const [plain = [], ...wide] = runs;
  // Any two bytes are some character in UTF-16: only what is written in Latin letters is taken from it.
  return [...plain, ...wide.flat().filter((run) => /^[\u0020-\u024F]+$/u.test(run))];
}
