import type { Exhibit } from '../words';
import { kindOf } from './magic';

/** How PDF, zip (and what is made of it) and gzip begin in base64. */
const beginnings = ['JVBERi0', 'UEsDB', 'H4sI'] as const;
/** In pieces of a line each, with the escapes of JSON, as an API or a mail has it. */
const runs = /(?<![\w+/=-])(?:JVBERi0|UEsDB|H4sI)(?:[\w+/-]|\\\/|\\[rn]|[\r\n])+/g;

/** Shorter runs are no file. */
const shortest = 100;
/** What is packed in less than this is unpacked by the view of base64, which stops at 4 MB. */
const shortestPacked = 5_000;
const most = 50;

/**
 * Files that stand in a text as base64 (an invoice in an API's answer), as exhibits of their own beside it: what is
 * packed in them says nothing to whoever only decodes the letters.
 */
export function filesInText(exhibit: Exhibit): readonly Exhibit[] {
  const text = textWithFiles(exhibit.body);
  if (text === undefined) return [];
  const found = [...text.matchAll(runs)].flatMap(([run]) => fileOf(run) ?? []);
  const where = { ...exhibit.where, part: `file in ${exhibit.where.part}` };
  const files = found.slice(0, most).map((body) => ({ ...exhibit, where, type: '', body }));
  if (found.length <= most) return files;
  const unreadable = `${found.length} files in one text, of which ${most} were opened`;
  return [...files, { ...exhibit, where, body: { unreadable } }];
}

/** Looked for in the bytes first: nearly no text has any. */
function textWithFiles(body: Exhibit['body']): string | undefined {
  if (typeof body === 'string') return beginnings.some((one) => body.includes(one)) ? body : undefined;
  if (!(body instanceof Uint8Array)) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (!beginnings.some((one) => bytes.includes(one)) || kindOf(body) !== null) return undefined;
  return bytes.toString('latin1');
}

function fileOf(run: string): Uint8Array | undefined {
  const letters = run.replaceAll(/\\[rn]|[^\w+/-]/g, '');
  if (letters.length < (letters.startsWith('H4sI') ? shortestPacked : shortest)) return undefined;
  return Buffer.from(letters, 'base64');
}
