import { strToU8, zipSync } from 'fflate';
import { escaped } from '../pages/escape';

const parts = {
  workbook: {
    path: 'xl/sharedStrings.xml',
    line: (text: string) => `<si><t>${text}</t></si>`,
    whole: (lines: string) => `<sst>${lines}</sst>`,
  },
  document: {
    path: 'word/document.xml',
    line: (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
    whole: (lines: string) => `<w:document><w:body>${lines}</w:body></w:document>`,
  },
} as const;

/** The part of a workbook (xlsx) or a document (docx) that says something, packed as they are. */
export function officeFile(kind: keyof typeof parts, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const { path, line, whole } = parts[kind];
  const text = whole(lines.map((one) => line(escaped(one))).join(''));
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  return new Uint8Array(zipSync({ '[Content_Types].xml': strToU8(types), [path]: strToU8(text) }));
}
