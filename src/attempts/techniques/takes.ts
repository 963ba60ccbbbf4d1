import type { ApiRequest } from '../../product/api';
import type { Read } from '../../product/types';
import { isPresentational, looksLikeId } from '../recorder/parameters';

/** Whether a read asks for something by an identifier, wherever it says it: in its path or in its body. */
export function takes({ path, body = '' }: Pick<Read, 'path' | 'body'>, what: 'id' | 'user'): boolean {
  return `${path}\n${body}`.includes(`{${what}}`);
}

/** Whether a request names no record and nobody, be it by an id that the config does not know. */
export function namesNothing({ path, body }: Pick<ApiRequest, 'path' | 'body'>): boolean {
  if (body !== undefined) return false;
  const { pathname, searchParams } = new URL(path, 'http://product.invalid');
  const chosen = [...searchParams].filter(([name, value]) => !isPresentational(name, value));
  return ![...pathname.split('/'), ...chosen.map(([, value]) => value)].some(looksLikeId);
}

/** Whether a read asks for nobody and nothing in particular: whoever asks is given its own. */
export function isList(read: Pick<Read, 'path' | 'body'>): boolean {
  return !takes(read, 'id') && !takes(read, 'user');
}
