import { deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import PdfDocument from 'pdfkit';
import { expect, test } from 'vitest';
import type { Exhibit } from '../words';
import { createOracle } from './oracle';
import { readPdf } from './pdf';
import { readExhibits } from './read-exhibits';

const name = 'Mirabel Oakenfold';
const oracle = createOracle({
  records: [{ owner: 'userA', kind: 'profile', fields: { name } }],
  publicValues: [],
  key: 'k',
});

async function search(body: Uint8Array | string) {
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
  ['a bookmark', (document: PDFKit.PDFDocument) => document.outline.addItem(`Invoice for ${name}`)],
  [
    'an attached file',
    (document: PDFKit.PDFDocument) =>
      document.file(Buffer.from(`<buyer>${name}</buyer>`), { name: 'invoice.xml' }),
  ],
  ['an annotation', (document: PDFKit.PDFDocument) => document.note(10, 10, 90, 90, `Ask ${name}`)],
])('%s of a PDF is searched', async (_, write) => {
  expect(await search(await pdf(write))).toEqual({ fields: ['name'], why: '' });
});

test('what is pinned to a page of a PDF and cannot be opened is told of', async () => {
  const pinned = await pdf((document) => document.text(`Invoice for ${name}`));
  const file = { src: Buffer.from(pinned), name: 'invoice.pdf' };
  // Missing in its types.
  const pin: unknown = Reflect.get(PdfDocument.prototype, 'fileAnnotation');
  if (typeof pin !== 'function') throw new Error('pdfkit pins no files any more');
  const found = await search(await pdf((document) => void Reflect.apply(pin, document, [9, 9, 9, 9, file])));
  expect(found.why).toMatch(/a pdf within a PDF/);
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

test('an archive is searched as far as it really goes, whatever it says of itself', async () => {
  const archive = Buffer.from(zipSync({ 'list.csv': strToU8(`${'a,b\n'.repeat(50)}${name}`) }));
  const saysSmall = Buffer.from(archive);
  for (const [head, size] of [
    ['504b0304', 22],
    ['504b0102', 24],
  ] as const)
    saysSmall.writeUInt32LE(10, saysSmall.indexOf(Buffer.from(head, 'hex')) + size);
  expect(await search(saysSmall)).toEqual({ fields: ['name'], why: '' });
  const withoutItsEnd = archive.subarray(0, archive.indexOf(Buffer.from('504b0102', 'hex')));
  expect((await search(withoutItsEnd)).why).toMatch(/cannot be taken apart/);
});

test.each([
  ['spaces', ' ', '/FlateDecode'],
  ['drawing commands', 'BT (a) Tj ET ', '/FlateDecode'],
  ['what is packed twice', ' ', '[/FlateDecode /FlateDecode]'],
])('a PDF that unpacks to 100 MB of %s is told of, and not taken apart', async (_, piece, filter) => {
  const once = deflateSync(Buffer.alloc(100_000_000, piece));
  const started = process.cpuUsage();
  const { why } = await search(pdfWith(filter.startsWith('[') ? deflateSync(once) : once, filter));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
  expect(why).toMatch(/a PDF that unpacks to more/);
});

test('files that stand in a text as base64 are searched', async () => {
  const inPdf = Buffer.from(await pdf((document) => document.text(`Invoice for ${name}`))).toString('base64');
  const inZip = Buffer.from(zipSync({ 'list.csv': strToU8(`a,${name}\n`.repeat(9)) })).toString('base64');
  const forms: Readonly<Record<string, string>> = {
    'an answer': JSON.stringify({ name: 'list.zip', content: inZip }),
    'an answer with escaped slashes': JSON.stringify({ content: inPdf }).replaceAll('/', '\\/'),
    'an address': `<a href="data:application/pdf;base64,${inPdf}">Invoice</a>`,
    'a mail': `Content-Transfer-Encoding: base64\r\n\r\n${inPdf.replaceAll(/.{76}/g, '$&\r\n')}\r\n--`,
  };
  for (const [what, text] of Object.entries(forms)) {
    expect(await search(text), what).toEqual({ fields: ['name'], why: '' });
    expect(await search(Buffer.from(text)), what).toEqual({ fields: ['name'], why: '' });
  }
  const bomb = gzipSync(Buffer.alloc(60_000_000)).toString('base64');
  expect((await search(JSON.stringify({ export: bomb }))).why).toMatch(/unpacks to more than/);
  const broken = JSON.stringify({ content: inPdf.slice(0, 200) });
  expect((await search(broken)).why).toMatch(/cannot be taken apart/);
  const clean = await pdf((document) => document.text('Hello'));
  expect(await search(JSON.stringify(Buffer.from(clean).toString('base64')))).toEqual({
    fields: [],
    why: '',
  });
});

test('a PDF whose pages take too long together is told of', async () => {
  const drawing = deflateSync(Buffer.alloc(200_000, 'BT (a) Tj ET '));
  const started = process.cpuUsage();
  expect(await readPdf(pdfWith(drawing, '/FlateDecode', 5_000), 300)).toEqual({
    unreadable: 'a PDF that takes longer than 0.3 s to read',
  });
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
});

/** So many pages, and what is drawn on each of them. */
function pdfWith(drawing: Uint8Array, filter: string, pages = 1): Uint8Array {
  const numbers = Array.from({ length: pages }, (_, page) => page + 4);
  const objects = [
    '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj',
    `2 0 obj\n<</Type/Pages/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]/Count ${pages}>>\nendobj`,
    ...numbers.map(
      (number) =>
        `${number} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R/Resources<<>>>>\nendobj`,
    ),
    `3 0 obj\n<</Length ${drawing.length}/Filter ${filter}>>\nstream\n`,
  ];
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${objects.join('\n')}`),
    drawing,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF'),
  ]);
}
