import { unzipSync } from 'fflate';
import type { Unreadable } from '../words';
import { decodeBody } from './body';

const largest = 32_000_000;

/** Texts of the files in an archive, one after the other, each under its name. Documents within it are not opened. */
export function readZip(bytes: Uint8Array): string | Unreadable {
  let size = 0;
  let isTooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        isTooLarge ||= size > largest;
        return !isTooLarge;
      },
    });
    if (isTooLarge) return { unreadable: `an archive that unpacks to more than ${largest / 1e6} MB` };
    return textOf(files);
  } catch (error) {
    return {
      unreadable: `an archive that cannot be taken apart: ${error instanceof Error ? error.name : 'unknown error'}`,
    };
  }
}

function textOf(files: Readonly<Record<string, Uint8Array>>): string | Unreadable {
  const texts: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const body = decodeBody(content);
    if (body.is === 'document') return { unreadable: `a ${body.what} within an archive` };
    if (body.is === 'unreadable') return { unreadable: `a file within an archive: ${body.why}` };
    texts.push(name, body.is === 'text' ? body.text : '');
  }
  return texts.join('\n\n');
}
