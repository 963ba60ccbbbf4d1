import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { Unreadable } from '../words';

const largest = 20_000_000;
const mostAnnotations = 10_000;

/** Text of a PDF's pages, its annotations (comments, form fields, links) and its metadata. */
export async function readPdf(bytes: Uint8Array): Promise<string | Unreadable> {
  if (bytes.length > largest) return { unreadable: `a PDF of more than ${largest / 1e6} MB` };
  try {
    // A copy: the reader takes its buffer away from whoever else holds it.
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    const { text } = await extractText(document, { mergePages: true });
    const { info, metadata } = await getMeta(document);
    return [text, JSON.stringify(info), JSON.stringify(metadata), await annotationsOf(document)].join('\n\n');
  } catch (error) {
    return {
      unreadable: `a PDF that cannot be taken apart: ${error instanceof Error ? error.name : 'unknown error'}`,
    };
  }
}

async function annotationsOf(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string> {
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages && texts.length < mostAnnotations; number++) {
    const page = await document.getPage(number);
    const annotations: readonly unknown[] = await page.getAnnotations();
    texts.push(...annotations.map((annotation) => JSON.stringify(annotation)));
  }
  return texts.join('\n');
}
