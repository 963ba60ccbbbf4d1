import { getDocumentProxy, getMeta } from 'unpdf';
import type { Millis, Unreadable } from '../words';
import { textOfFiles, type InnerFile } from './inner-files';
import { unpacksTooFar } from './pdf-size';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

const largest = 20_000_000;
/** Its warnings would be written among ours, and quote the file. Source: `VerbosityLevel` of pdf.js. */
const silent = 0;

/**
 * Text of a PDF's pages, its annotations (comments, form fields, links), bookmarks, attached files and metadata.
 * @param patience for all pages together; the one that is being read when it ends is read to its end
 */
export async function readPdf(bytes: Uint8Array, patience: Millis = 20_000): Promise<string | Unreadable> {
  if (bytes.length > largest) return { unreadable: `a PDF of more than ${largest / 1e6} MB` };
  if (unpacksTooFar(bytes)) return { unreadable: 'a PDF that unpacks to more than is read of one' };
  try {
    // A copy: the reader takes its buffer away from whoever else holds it.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: silent });
    const pages = await pagesOf(document, Date.now() + patience);
    if (!pages) return { unreadable: `a PDF that takes longer than ${patience / 1000} s to read` };
    const files = textOfFiles([...pages.files, ...filesIn(await document.getAttachments())], 'a PDF');
    if (typeof files !== 'string') return files;
    const { info, metadata } = await getMeta(document);
    const about = [info, metadata, await document.getOutline()].map((one) => JSON.stringify(one));
    return [...pages.texts, ...pages.annotations, ...about, files].join('\n\n');
  } catch (error) {
    return {
      unreadable: `a PDF that cannot be taken apart: ${error instanceof Error ? error.name : 'unknown error'}`,
    };
  }
}

interface Pages {
  readonly texts: string[];
  readonly annotations: string[];
  /** What is pinned to the pages. */
  readonly files: InnerFile[];
}

/** Nothing when the time is up. */
async function pagesOf(document: PdfDocument, until: Millis): Promise<Pages | undefined> {
  const pages: Pages = { texts: [], annotations: [], files: [] };
  for (let number = 1; number <= document.numPages; number++) {
    if (Date.now() > until) return undefined;
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.texts.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
    const found: readonly object[] = await page.getAnnotations();
    pages.annotations.push(...found.map((annotation) => JSON.stringify(annotation)));
    pages.files.push(...found.flatMap(filesIn));
  }
  return pages;
}

/** Those among the values of an object that are files; of most there are none. */
function filesIn(holder: unknown): readonly InnerFile[] {
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.values(holder)
    .filter(isFile)
    .map(({ filename, content }) => ({ name: filename, content }));
}

function isFile(value: unknown): value is { readonly filename: string; readonly content: Uint8Array } {
  if (typeof value !== 'object' || value === null || !('filename' in value) || !('content' in value))
    return false;
  return typeof value.filename === 'string' && value.content instanceof Uint8Array;
}
