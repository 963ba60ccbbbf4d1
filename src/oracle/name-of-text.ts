import { hash } from 'node:crypto';

const short = 256;

/** A name by which a text is known again: itself when it is short, else its digest. */
export function nameOfText(text: string): string {
  return text.length < short ? text : hash('sha256', text, 'base64');
}
