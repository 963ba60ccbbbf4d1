import type { Read } from '../../product/types';

/** Whether a read asks for something by an identifier, wherever it says it: in its path or in its body. */
export function takes({ path, body = '' }: Pick<Read, 'path' | 'body'>, what: 'id' | 'user'): boolean {
  return `${path}\n${body}`.includes(`{${what}}`);
}

/** Whether a read asks for nobody and nothing in particular: whoever asks is given its own. */
export function isList(read: Pick<Read, 'path' | 'body'>): boolean {
  return !takes(read, 'id') && !takes(read, 'user');
}
