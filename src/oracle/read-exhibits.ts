import type { Exhibit } from '../words';
import { decodeBody } from './body';
import { filesInText } from './files-in-text';
import { isInflatable, kindOf } from './magic';
import { readPdf } from './pdf';
import { readZip } from './zip';

/**
 * Takes documents apart (PDF, zip and what is made of zip: xlsx, docx; also as base64 in a text) so that the oracle,
 * which is synchronous, can search them. All other exhibits stay as they are; what cannot be taken apart becomes unreadable.
 */
export async function readExhibits(exhibits: readonly Exhibit[]): Promise<readonly Exhibit[]> {
  const inTexts = exhibits.flatMap(filesInText);
  const all = inTexts.length > 0 ? [...exhibits, ...inTexts] : exhibits;
  return all.some(maybeDocument) ? Promise.all(all.map(readExhibit)) : all;
}

async function readExhibit(exhibit: Exhibit): Promise<Exhibit> {
  const { body, type } = exhibit;
  if (!(body instanceof Uint8Array) || !maybeDocument(exhibit)) return exhibit;
  const decoded = decodeBody(body, type);
  if (decoded.is !== 'document') return exhibit;
  return {
    ...exhibit,
    body: decoded.what === 'pdf' ? await readPdf(body) : readZip(body),
    type: 'text/plain',
  };
}

/** Also one that was compressed. All else needs no second look. */
function maybeDocument({ body }: Exhibit): boolean {
  if (!(body instanceof Uint8Array)) return false;
  const kind = kindOf(body);
  return kind === 'pdf' || kind === 'zip' || isInflatable(kind);
}
