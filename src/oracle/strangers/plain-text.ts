import type { Exhibit } from '../../words';
import { decodeBody } from '../body';

/** Programs name their authors, and style sheets nobody: neither is data. Nor is what a visitor's own browser sent. */
const isCode = /javascript|ecmascript|typescript|css|wasm|font|sourcemap/;
const isCodeFile = /\.(?:m?js|css|map|wasm)(?:[?#]|$)/;
const sent = /^request/;

/** The text of an exhibit that may say something of people; `null` for programs and for what cannot be read. */
export function plainTextOf({ body, type, channel, where }: Exhibit): string | null {
  // By its address only where nothing else says what it is: `/account/x.css` may well answer with an account.
  const isProgram = type === undefined ? isCodeFile.test(where.url ?? '') : isCode.test(type);
  if (sent.test(channel) || isProgram) return null;
  if (typeof body === 'string') return body;
  const decoded = body instanceof Uint8Array ? decodeBody(body, type) : null;
  return decoded?.is === 'text' ? decoded.text : null;
}
