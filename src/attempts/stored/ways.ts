import type { ApiRequest } from '../../product/api';
import { addressIn, fieldsOf, parsed, type StoredFile } from './file';

/** One way to come at a file, or to learn that it is there. */
export interface WayToFile {
  /** For people, without the file's name. */
  readonly what: string;
  readonly request: ApiRequest;
  /** The answer holds a link, which is then followed by itself. */
  readonly givesLink?: true;
  /** The answer lists names: this one of them tells of the file. */
  readonly tellsBy?: string;
}

/** How long a link that is asked for may be good, in seconds. */
const linkLife = 60;

/**
 * Everything that somebody who knows of a bucket may try: to list the file's folder, and the whole bucket; to be given a
 * link; to read the file as who is signed in, and as anybody.
 */
export function waysTo(file: StoredFile): readonly WayToFile[] {
  const { api, bucket, name } = file;
  const folders = decodeURIComponent(name).split('/');
  const own = folders.at(-1) ?? name;
  const list = (prefix: string, tellsBy: string, what: string): WayToFile => ({
    what: `POST ${shown(api)}/object/list/${bucket} for ${what}`,
    request: posted(`${api}/object/list/${bucket}`, { prefix, limit: 100, offset: 0 }),
    tellsBy,
  });
  const top = folders.length > 1 ? [list('', folders[0] ?? '', 'all that it holds')] : [];
  return [list(folders.slice(0, -1).join('/'), own, 'a folder'), ...top, linkTo(file), ...readsOf(file)];
}

/** To read it as who is signed in, and as anybody. */
export function readsOf(file: StoredFile): readonly WayToFile[] {
  return ['authenticated', 'public'].map((how) => ({
    what: `GET ${shown(file.api)}/object/${how}/${file.bucket}/{…}`,
    request: { path: `${file.api}/object/${how}/${addressIn(file)}` },
  }));
}

/** To be given a link: how pages show what is not for everybody. */
export function linkTo(file: StoredFile): WayToFile {
  return {
    what: `POST ${shown(file.api)}/object/sign/${file.bucket}/{…}, and the link that it gives`,
    request: posted(`${file.api}/object/sign/${addressIn(file)}`, { expiresIn: linkLife }),
    givesLink: true,
  };
}

/** Where a link in an answer leads: Supabase writes it from the API's own address on. */
export function linkIn({ api }: StoredFile, answer: string): string | undefined {
  const { signedURL, signedUrl } = fieldsOf(parsed(answer));
  const link = signedURL ?? signedUrl;
  if (typeof link !== 'string' || link === '') return undefined;
  return link.startsWith('/object/') || link.startsWith('/render/')
    ? `${api}${link}`
    : new URL(link, api).href;
}

/** Whether a list of a folder names this entry. */
export function listsEntry(answer: string, entry: string): boolean {
  const entries = parsed(answer);
  return Array.isArray(entries) && entries.some((one) => fieldsOf(one)['name'] === entry);
}

function posted(path: string, body: Readonly<Record<string, unknown>>): ApiRequest {
  return { method: 'POST', path, body };
}

/** The API as reports call it: `/storage/v1`. */
function shown(api: string): string {
  return new URL(api).pathname;
}
