import { company } from '../company';
import type { Invoice } from './shape';

/** Lines of the printed invoice. */
function linesOf(invoice: Invoice): readonly string[] {
  return [
    `Invoice ${invoice.number}`,
    `Issued ${invoice.issued_on.toISOString().slice(0, 10)}`,
    `Amount ${(invoice.amount_cents / 100).toFixed(2)} ${invoice.currency}`,
    `Payment reference ${invoice.payment_reference}`,
    `Status ${invoice.status}`,
  ];
}

/** The invoice as a PDF of one page. */
export function invoicePdf(invoice: Invoice): Promise<Uint8Array<ArrayBuffer>> {
  return printed(`Invoice ${invoice.number}`, linesOf(invoice));
}

/** Lines under the company's head, as a PDF; `more` puts in what stands in no line. */
export async function printed(
  title: string,
  lines: readonly string[],
  more: (document: PDFKit.PDFDocument) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import('pdfkit');
  const info = { Title: title, Author: company.name };
  const document = new PDFDocument({ size: 'A4', margin: 56, info });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.fontSize(20).text(company.name).fontSize(9).text(company.address).moveDown(2).fontSize(12);
  for (const line of lines) document.text(line).moveDown(0.4);
  more(document);
  document.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
