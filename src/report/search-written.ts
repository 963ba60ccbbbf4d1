import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { gunzipSync, unzipSync } from 'fflate';
import { holdsJsonWebToken } from './token-shapes';

/** Finds values in a text or in bytes: whose they are and in which form; never the value. */
export type Search = (
  text: string | Uint8Array,
) => readonly { readonly label: string; readonly form: string }[];

/** Something that must not have been written. */
export interface Hit {
  /** Path below the folder that was searched. */
  readonly file: string;
  /** Entry of an archive within the file. */
  readonly inside?: string;
  /** Whose value it is, never the value. */
  readonly label: string;
  /** `plain`, `base64`, ... */
  readonly form: string;
}

interface Piece {
  readonly inside?: string;
  readonly bytes: Uint8Array;
}

/** Archives within archives: deeper than this nothing is opened, and what is not opened is a hit. */
const deepest = 4;

/** The only file below `reports/` that is in version control, written by hand. */
const ours = 'README.md';

/**
 * Opens every file below a folder, archives and the archive inside Playwright's `index.html` too, and searches it. A
 * file that cannot be opened counts as a hit: nobody knows what is in it.
 * @returns nothing when all is clean, or when there is no such folder
 */
export function searchWritten(folder: string, search: Search): readonly Hit[] {
  return filesBelow(folder).flatMap((file) => searchFile(folder, file, search));
}

/**
 * Deletes the report (or the single file) around each hit.
 * @returns a sentence for each, which names the file and whose value it was
 */
export function deleteHits(folder: string, hits: readonly Hit[]): readonly string[] {
  const artefacts = new Map<string, Hit>();
  for (const hit of hits) if (!artefacts.has(artefactOf(hit))) artefacts.set(artefactOf(hit), hit);
  for (const artefact of artefacts.keys()) rmSync(join(folder, artefact), { recursive: true, force: true });
  return [...artefacts].map(([artefact, hit]) => sentence(basename(folder), artefact, hit));
}

function sentence(folder: string, artefact: string, { file, inside, label, form }: Hit): string {
  const place = inside ? `${folder}/${file} (inside it: ${inside})` : `${folder}/${file}`;
  return `${folder}/${artefact} was deleted: ${place} held ${label} (${form}), which may be written nowhere`;
}

/** The files of a report refer to each other: what is in a folder goes as a whole; results are single files. */
function artefactOf({ file }: Hit): string {
  const [top = file, next] = file.split('/');
  return top === 'results' && next ? `${top}/${next}` : top;
}

function searchFile(folder: string, file: string, search: Search): Hit[] {
  const named = search(file).map((found) => ({ file, ...found }));
  try {
    const pieces = [...open({ bytes: readFileSync(join(folder, file)) }, 0)];
    return [...named, ...pieces.flatMap((piece) => searchPiece(file, piece, search))];
  } catch {
    return [...named, { file, label: 'something that could not be opened', form: 'unreadable' }];
  }
}

function searchPiece(file: string, { inside, bytes }: Piece, search: Search): Hit[] {
  const found = [...search(bytes)];
  if (holdsJsonWebToken(Buffer.from(bytes).toString('latin1')))
    found.push({ label: 'a token', form: 'plain' });
  return found.map((hit) => ({ file, ...(inside === undefined ? {} : { inside }), ...hit }));
}

/** The bytes themselves, and what they hold that has to be unpacked first. */
function* open(piece: Piece, depth: number): Generator<Piece> {
  if (depth > deepest) throw new Error('nested too deeply');
  yield piece;
  for (const part of unpack(piece)) yield* open(part, depth + 1);
}

function* unpack({ inside, bytes }: Piece): Generator<Piece> {
  const within = (name: string) => (inside ? `${inside} › ${name}` : name);
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      yield { inside: within(name), bytes: Buffer.from(`${name}\n`) };
      yield { inside: within(name), bytes: content };
    }
    return;
  }
  if (startsWith(bytes, 0x1f, 0x8b)) {
    yield { inside: within('gzip'), bytes: gunzipSync(bytes) };
    return;
  }
  for (const [index, data] of embedded(bytes).entries())
    yield { inside: within(`data ${index + 1}`), bytes: data };
}

/** What `data:` addresses of a page carry; Playwright's HTML report has all of its data in one. */
function embedded(bytes: Uint8Array): Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1');
  const matches = text.matchAll(/data:[\w.+-]+\/[\w.+-]+;base64,([\w+/=]{16,})/g);
  return [...matches].map(([, data = '']) => Buffer.from(data, 'base64'));
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function filesBelow(folder: string): string[] {
  const entries = readEntries(folder).filter((entry) => entry.isFile());
  const files = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return files.map((file) => file.split(sep).join('/')).filter((file) => file !== ours);
}

function readEntries(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
