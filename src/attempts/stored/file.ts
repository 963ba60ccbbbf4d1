import type { Exchange } from '../../evidence';

/** A file in a bucket, as Supabase Storage addresses it. */
export interface StoredFile {
  /** `https://<ref>.supabase.co/storage/v1`. */
  readonly api: string;
  readonly bucket: string;
  /** Its whole name, folders included, as it stands in addresses. */
  readonly name: string;
}

/** `/object/sign/papers/a/b.pdf`, `/object/public/…`, `/object/papers/…`, `/render/image/authenticated/…`. */
const ofFile =
  /^(https?:\/\/[^/?#]+\/storage\/v1)\/(?:object|render\/image)\/(?:info\/)?(?:(?:public|sign|authenticated)\/)?(?!list\/|copy\b|move\b|upload\/|info\/)([^/?#]+)\/([^?#]+)/;

/** `/object/list/papers`, and `/object/sign/papers` for several at once. */
const ofBucket = /^(https?:\/\/[^/?#]+\/storage\/v1)\/object\/(list|sign)\/([^/?#]+)$/;

/**
 * The files that a browser's own requests name, each once: by their addresses, by a list of names to be linked, and by
 * the answer to a request for a folder. Facts: the routes of Supabase Storage (`/object/…`, `/render/image/…`).
 */
export function storedFilesIn(exchanges: readonly Exchange[]): readonly StoredFile[] {
  const files = exchanges.flatMap((exchange) => [...namedByAddress(exchange), ...namedInBodies(exchange)]);
  return [...new Map(files.map((file) => [addressIn(file), file])).values()];
}

/** `papers/a/b.pdf`: how requests name a file. */
export function addressIn({ bucket, name }: Pick<StoredFile, 'bucket' | 'name'>): string {
  return `${bucket}/${name}`;
}

/** Whether a request is about files, and so is tried as such. */
export function isAboutFiles(url: string): boolean {
  return ofFile.test(url) || ofBucket.test(url);
}

function namedByAddress({ url }: Exchange): readonly StoredFile[] {
  const [, api, bucket, name] = ofFile.exec(url) ?? [];
  if (api === undefined || bucket === undefined || name === undefined || ofBucket.test(url)) return [];
  return [{ api, bucket, name }];
}

function namedInBodies({ url, body, answer }: Exchange): readonly StoredFile[] {
  const [, api, what, bucket] = ofBucket.exec(url) ?? [];
  if (api === undefined || bucket === undefined) return [];
  const asked = fieldsOf(parsed(body));
  const names =
    what === 'sign'
      ? textsIn(asked['paths'])
      : filesListed(answer).map((name) => [folderIn(asked['prefix']), name].filter(Boolean).join('/'));
  return names.map((name) => ({ api, bucket, name: name.split('/').map(encodeURIComponent).join('/') }));
}

function folderIn(prefix: unknown): string {
  return typeof prefix === 'string' ? prefix.replace(/\/$/, '') : '';
}

/** Names of the files, and not of the folders, in the answer to a request for what a folder holds. */
function filesListed(answer: Exchange['answer']): readonly string[] {
  const entries = parsed(typeof answer === 'string' ? answer : Buffer.from(answer ?? '').toString('utf8'));
  const files = Array.isArray(entries)
    ? entries.map(fieldsOf).filter(({ id }) => typeof id === 'string')
    : [];
  return textsIn(files.map(({ name }) => name));
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The fields of what may be an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** JSON that may be none. */
export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return undefined;
  }
}
