import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Unreadable } from '../words';

/** Most bytes of one body that are read, packed or unpacked. */
export const largestBody = 64 * 1024 * 1024;

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: largestBody }),
  'x-gzip': (bytes) => promisify(gunzip)(bytes, { maxOutputLength: largestBody }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: largestBody }),
  br: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: largestBody }),
};

/**
 * Undoes the transport's packing, last coding first.
 *
 * @param encoding the answer's `content-encoding`
 */
export async function unpacked(
  bytes: Uint8Array,
  encoding: string | undefined,
): Promise<Uint8Array | Unreadable> {
  const codings = (encoding ?? '').split(',').map((coding) => coding.trim().toLowerCase());
  let body = bytes;
  for (const coding of codings.filter((name) => name !== '' && name !== 'identity').toReversed()) {
    const decode = decoders[coding];
    if (decode === undefined) return { unreadable: 'the body has an unknown content encoding' };
    try {
      body = await decode(body);
    } catch {
      return { unreadable: `the body is not valid ${coding}, or too large` };
    }
  }
  return body;
}
