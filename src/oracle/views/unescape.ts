import { decodeHTML } from 'entities';
import { copyNear, createWeave, putInto, woven, type Derived, type View } from '../text';

/** Undoes one layer of JSON, JavaScript and style sheet escapes, HTML entities and URL percent codes. */
export const unescape: View = { name: 'escaped', read: (text) => unescapedNear(text, Infinity) };

/**
 * The same, of what stands no further than `margin` characters from something that was escaped: the rest of the text
 * says nothing that it did not say before. Stretches are set apart.
 */
export function unescapedNear(text: string, margin: number, escapes = everyEscape): Derived | null {
  if (!/[\\%&]/.test(text)) return null;
  const weave = createWeave();
  let done = -1;
  for (const match of text.matchAll(escapes)) {
    const plain = plainOf(match[0]);
    if (plain === null) continue;
    const next = text[match.index + match[0].length] ?? '';
    if (margin < Infinity && !saysMore(match[0], plain, next)) continue;
    copyNear(weave, text, done, match.index, margin);
    putInto(weave, plain, match.index);
    done = match.index + match[0].length;
  }
  if (done < 0) return null;
  copyNear(weave, text, done, Infinity, margin);
  return woven(weave);
}

/**
 * What an escape of two signs says that it did not say before. A letter that stood for itself (`\\d` of an expression)
 * and what parts words either way say nothing; a backslash does where another escape follows.
 */
function saysMore(escaped: string, plain: string, next: string): boolean {
  if (escaped.length !== 2) return true;
  if (plain === '\\') return /["'/\\bfnrtvux0-7\n]/.test(next);
  if (escaped.endsWith(plain))
    return /[%&;#@<>\n]/.test(plain) || (/[-+/=._]/.test(plain) && /[\w+/=-]/.test(next));
  return true;
}

/** Those that begin with a backslash: undone before the others, which may stand in something that was turned. */
export const backslashEscapes =
  /(?:\\[0-9a-f]{2,6} ){3,}|(?:\\[0-9a-f]{6}){3,}|\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[0-3][0-7]{2}|[^\dux])/gi;

const everyEscape =
  /(?:\\[0-9a-f]{2,6} ){3,}|(?:\\[0-9a-f]{6}){3,}|\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[0-3][0-7]{2}|[^\dux])|(?:%[0-9a-f]{2})+|%u[0-9a-f]{4}|&#x?[0-9a-f]{1,7};?|&[a-z][a-z0-9]{1,31};/gi;

/** Those that write a sign as a number or by a name. */
export const namingEscapes =
  /(?:\\[0-9a-f]{2,6} ){3,}|(?:\\[0-9a-f]{6}){3,}|\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[0-3][0-7]{2})|(?:%[0-9a-f]{2})+|%u[0-9a-f]{4}|&#x?[0-9a-f]{1,7};?|&[a-z][a-z0-9]{1,31};/gi;

const letterEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
};

function plainOf(escaped: string): string | null {
  if (escaped.startsWith('&')) {
    const plain = decodeHTML(escaped);
    return plain === escaped ? null : plain;
  }
  if (/^%u/i.test(escaped)) return String.fromCharCode(Number.parseInt(escaped.slice(2), 16));
  if (escaped.startsWith('%')) return percentDecoded(escaped);
  if (/^\\[0-9a-f]{2,6}[ \\]/i.test(escaped)) return styleDecoded(escaped);
  const body = escaped.slice(1);
  if (/^[ux]/i.test(body) && body.length > 1) return fromCodePoint(body.replace(/[^0-9a-f]/gi, ''), 16);
  if (/^[0-7]{3}$/.test(body)) return fromCodePoint(body, 8);
  return letterEscapes[body] ?? body;
}

/** Escapes of style sheets: `\\41 \\6e `, only where several stand in a row. */
function styleDecoded(run: string): string {
  return Array.from(run.matchAll(/[0-9a-f]+/gi), ([digits]) => fromCodePoint(digits, 16)).join('');
}

function fromCodePoint(digits: string, base: number): string {
  const point = Number.parseInt(digits, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

const utf8 = new TextDecoder('utf-8');

function percentDecoded(run: string): string {
  const bytes = new Uint8Array(run.length / 3);
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(run.slice(index * 3 + 1, index * 3 + 3), 16);
  return utf8.decode(bytes);
}
