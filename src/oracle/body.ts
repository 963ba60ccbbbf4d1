import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { describe, isInflatable, kindOf } from './magic';

/** What the bytes of a body turned out to be. */
export type Body =
  | { readonly is: 'text'; readonly text: string }
  /** Pictures, fonts, sound: carries no text that this oracle reads, by design. */
  | { readonly is: 'opaque'; readonly what: string }
  /** Needs `readExhibits` first. */
  | { readonly is: 'document'; readonly what: 'pdf' | 'zip' }
  | { readonly is: 'unreadable'; readonly why: string };

/** Largest body, in bytes, that a compressed one may unpack to. */
const largestBody = 32_000_000;
const deepest = 3;

/** Turns the bytes of a body into text, by what they are and, failing that, by what they are said to be. */
export function decodeBody(bytes: Uint8Array, type = '', depth = 0): Body {
  if (bytes.length === 0) return { is: 'text', text: '' };
  const kind = kindOf(bytes);
  if (isInflatable(kind)) {
    if (depth >= deepest) return { is: 'unreadable', why: `compressed more than ${deepest} times over` };
    return inflated(bytes, kind, type, depth);
  }
  if (kind === 'pdf' || kind === 'zip') return { is: 'document', what: kind };
  if (kind !== null) return { is: 'opaque', what: kind };
  return textBody(bytes, type) ?? brotliBody(bytes, type, depth) ?? unknownBody(bytes, type);
}

function inflated(bytes: Uint8Array, kind: string, type: string, depth: number): Body {
  const options = { maxOutputLength: largestBody };
  try {
    if (kind === 'gzip') return decodeBody(gunzipSync(bytes, options), type, depth + 1);
    return decodeBody(inflateSync(bytes, options), type, depth + 1);
  } catch (error) {
    return (
      tooLarge(error) ??
      (kind === 'zlib' ? textBody(bytes, type) : null) ?? { is: 'unreadable', why: `damaged ${kind} data` }
    );
  }
}

function tooLarge(error: unknown): Body | null {
  const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  return isTooLarge ? { is: 'unreadable', why: `unpacks to more than ${largestBody / 1e6} MB` } : null;
}

/** Brotli has no signature: tried only when nothing else fits. */
function brotliBody(bytes: Uint8Array, type: string, depth: number): Body | null {
  if (depth >= deepest) return null;
  for (const inflate of [brotliDecompressSync, inflateRawSync]) {
    try {
      const body = decodeBody(inflate(bytes, { maxOutputLength: largestBody }), type, depth + 1);
      if (body.is === 'text') return body;
    } catch (error) {
      const large = tooLarge(error);
      if (large !== null) return large;
    }
  }
  return null;
}

function unknownBody(bytes: Uint8Array, type: string): Body {
  const said = type === '' ? '' : `, said to be ${type.split(';')[0]?.trim() ?? type}`;
  return { is: 'unreadable', why: `${bytes.length} bytes of an unknown format (${describe(bytes)})${said}` };
}

/** Made once: most bodies are UTF-8. */
const strict = new TextDecoder('utf-8', { fatal: true });

/** Text in UTF-8, UTF-16 or, when it is declared or looks like it, windows-1252; `null` when it is no text. */
function textBody(bytes: Uint8Array, type: string): Body | null {
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1]?.toLowerCase();
  const encoding = encodingByMark(bytes) ?? encodingByZeros(bytes);
  if (encoding !== null) return { is: 'text', text: new TextDecoder(encoding).decode(bytes) };
  if (hasControls(bytes)) return null;
  try {
    return { is: 'text', text: strict.decode(bytes) };
  } catch {
    return { is: 'text', text: new TextDecoder(knownEncoding(charset)).decode(bytes) };
  }
}

function knownEncoding(charset: string | undefined): string {
  if (charset === undefined || charset === 'utf-8') return 'windows-1252';
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return 'windows-1252';
  }
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: nearly every other byte is zero. */
function encodingByZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** Control characters that text does not have, more than one in 200. */
function hasControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  return controls * 200 > sample.length;
}
