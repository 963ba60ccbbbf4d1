import { Unzip, UnzipInflate } from 'fflate';
import type { Unreadable } from '../words';
import { textOfFiles, type InnerFile } from './inner-files';

const largest = 32_000_000;
/** Bytes that are unpacked at a time: each may become a thousand times as much. */
const atATime = 16_384;

/** What stands behind everything else. */
const lastRecord = Buffer.from('PK\x05\x06', 'latin1');

/** Texts of the files in an archive, one after the other, each under its name. Documents within it are not opened. */
export function readZip(bytes: Uint8Array): string | Unreadable {
  try {
    const files = filesIn(bytes);
    return files
      ? textOfFiles(files, 'an archive')
      : { unreadable: `an archive that unpacks to more than ${largest / 1e6} MB` };
  } catch (error) {
    return {
      unreadable: `an archive that cannot be taken apart: ${error instanceof Error ? error.name : 'unknown error'}`,
    };
  }
}

/** All that is packed in it, whatever its table of contents says of sizes; nothing when that is too much. */
function filesIn(bytes: Uint8Array): readonly InnerFile[] | undefined {
  const read: { readonly files: { name: string; chunks: Uint8Array[] }[]; size: number } = {
    files: [],
    size: 0,
  };
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = [];
    read.files.push({ name: file.name, chunks });
    file.ondata = (error, chunk) => {
      if (error) throw error;
      read.size += chunk.length;
      if (read.size <= largest) chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(lastRecord))
    throw new Error('it is cut off');
  for (let at = 0; at < bytes.length && read.size <= largest; at += atATime)
    unzip.push(bytes.subarray(at, at + atATime), at + atATime >= bytes.length);
  if (read.size > largest) return undefined;
  return read.files.map(({ name, chunks }) => ({ name, content: Buffer.concat(chunks) }));
}
