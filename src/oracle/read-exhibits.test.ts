import { strToU8, zipSync } from 'fflate';
import PdfDocument from 'pdfkit';
import { expect, test } from 'vitest';
import type { Exhibit } from '../words';
import { createOracle } from './oracle';
import { readExhibits } from './read-exhibits';

const name = 'Mirabel Oakenfold';
const oracle = createOracle({
  records: [{ owner: 'userA', kind: 'profile', fields: { name } }],
  publicValues: [],
  key: 'k',
});

async function search(body: Uint8Array) {
  const exhibit: Exhibit = { channel: 'download', where: { part: 'body' }, at: 1, body };
  const { findings, unreadable } = oracle.search(
    await readExhibits([exhibit]),
    { name: 'userB', sees: ['userB'] },
    [],
  );
  return { fields: findings.map(({ field }) => field), why: unreadable.map(({ why }) => why).join() };
}

async function pdf(write: (document: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  const document = new PdfDocument();
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const end = new Promise((resolve) => document.on('end', resolve));
  write(document);
  document.end();
  await end;
  return Buffer.concat(chunks);
}

test.each([
  ['the text of a page', (document: PDFKit.PDFDocument) => document.text(`Invoice for ${name}`)],
  ['the metadata', (document: PDFKit.PDFDocument) => (document.info.Author = name)],
  ['an annotation', (document: PDFKit.PDFDocument) => document.note(10, 10, 90, 90, `Ask ${name}`)],
])('%s of a PDF is searched', async (_, write) => {
  expect(await search(await pdf(write))).toEqual({ fields: ['name'], why: '' });
});

test('a clean PDF is clean, a damaged one is not', async () => {
  const clean = await pdf((document) => document.text('Hello'));
  expect(await search(clean)).toEqual({ fields: [], why: '' });
  expect((await search(clean.subarray(0, 40))).why).toMatch(/cannot be taken apart/);
});

test('files of an archive are searched', async () => {
  expect(await search(zipSync({ 'xl/sheet.xml': strToU8(`<t>${name}</t>`) }))).toEqual({
    fields: ['name'],
    why: '',
  });
  expect((await search(zipSync({ big: new Uint8Array(40_000_000) }))).why).toMatch(/unpacks to more/);
});
