import type { Unreadable } from '../words';
import { decodeBody } from './body';

/** A file within another one. */
export interface InnerFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * Texts of the files within a document, one after the other, each under its name. Documents among them are not opened.
 * @param within what they are in, for people: `an archive`
 */
export function textOfFiles(files: readonly InnerFile[], within: string): string | Unreadable {
  const texts: string[] = [];
  for (const { name, content } of files) {
    const body = decodeBody(content);
    if (body.is === 'document') return { unreadable: `a ${body.what} within ${within}` };
    if (body.is === 'unreadable') return { unreadable: `a file within ${within}: ${body.why}` };
    texts.push(name, body.is === 'text' ? body.text : '');
  }
  return texts.join('\n\n');
}
