import { createHmac } from 'node:crypto';
import { strangerValue } from '../../nature';
import type { Exhibit, Finding, Severity, Viewer } from '../../words';
import { decodeBody } from '../body';
import { jsonLeaves, pathOf, placeOf, type Leaf } from '../json';
import { nameOfText } from '../name-of-text';
import type { Derived } from '../text';
import { base64 } from '../views/base64';
import { unescape } from '../views/unescape';
import { card } from './card';
import { surroundings, type Candidate, type Detector, type StrangerKind } from './detector';
import { email } from './email';
import { iban } from './iban';
import { nationalId } from './national-id';
import { phone } from './phone';

/** A value by which somebody can be told, and where it stands. */
export interface Sighting {
  readonly kind: StrangerKind;
  /** In its one spelling, whichever way it was written. */
  readonly normal: string;
  readonly offset: number;
  readonly path?: string;
  /** What it was hidden in; escapes hide nothing. */
  readonly disguise?: readonly string[];
  /** In a message that a customer wrote, by what the message says of its author. */
  readonly isWritten?: boolean;
  /** What the object that it stands in says of whose it is: ids of users, addresses. */
  readonly marks?: readonly string[];
}

/** The first that knows a part of a text has it: a card is no phone number. */
const detectors: readonly Detector[] = [email, iban, card, nationalId, phone];

const severities: Readonly<Record<StrangerKind, Severity>> = {
  'email address': 'high',
  'phone number': 'high',
  'payment card': 'critical',
  'bank account': 'critical',
  'national id': 'critical',
};

/** Programs name their authors, and style sheets nobody: neither is data. Nor is what a visitor's own browser sent. */
const isCode = /javascript|ecmascript|typescript|css|wasm|font|sourcemap/;
const isCodeFile = /\.(?:m?js|css|map|wasm)(?:[?#]|$)/;
const sent = /^request/;

/**
 * Finds email addresses, phone numbers, payment cards, bank accounts and national ids of people in what a viewer was
 * shown. Strict: what could be any number counts only in its own groups or behind a label. Addresses of offices and
 * what is kept for examples are nobody's; what a customer's own chat messages mention is the customer's own.
 *
 * @param isKnown values that are no stranger's: of the product's records, public ones, the viewer's own
 * @param marks by which the viewer's own records are told, its user id and address: nobody lists all of its own data
 */
export async function findStrangers(
  exhibits: readonly Exhibit[],
  viewer: Viewer,
  key: string | Uint8Array,
  isKnown: (sighting: Sighting) => boolean,
  marks: ReadonlySet<string> = new Set(),
): Promise<readonly Finding[]> {
  const seen = await Promise.all(
    exhibits.map(async (exhibit) =>
      (await strangersShownIn(exhibit)).map((sighting) => ({ exhibit, sighting })),
    ),
  );
  const own = new Set(
    seen
      .flat()
      .filter(({ sighting }) => sighting.isWritten === true || isMarked(sighting, marks))
      .map(({ sighting }) => sighting.normal),
  );
  const findings = new Map<string, Finding>();
  for (const { exhibit, sighting } of seen.flat()) {
    if (own.has(sighting.normal) || isKnown(sighting)) continue;
    const finding = findingOf(sighting, await withPlainAddress(exhibit), viewer, key);
    const { url, part, selector, path } = finding.where;
    const name = JSON.stringify([finding.fingerprint, exhibit.channel, url, part, selector, path]);
    if (!findings.has(name)) findings.set(name, finding);
  }
  return [...findings.values()];
}

function isMarked({ marks = [] }: Sighting, own: ReadonlySet<string>): boolean {
  return marks.some((mark) => own.has(mark));
}

/** An address may name people, too, and nothing masks those whom nobody knows: then only its host is told. */
async function withPlainAddress(exhibit: Exhibit): Promise<Exhibit> {
  const { url } = exhibit.where;
  if (url === undefined || (await strangersIn(url)).length === 0) return exhibit;
  const host = URL.canParse(url) ? new URL(url).origin : '';
  return { ...exhibit, where: { ...exhibit.where, url: `${host}/…` } };
}

/** What one exhibit shows of people; nothing for programs and for what cannot be read (which the oracle tells of). */
export async function strangersShownIn({
  body,
  type,
  channel,
  where,
}: Exhibit): Promise<readonly Sighting[]> {
  // By its address only where nothing else says what it is: `/account/x.css` may well answer with an account.
  const isProgram = type === undefined ? isCodeFile.test(where.url ?? '') : isCode.test(type);
  if (sent.test(channel) || isProgram) return [];
  if (typeof body === 'string') return strangersIn(body);
  const decoded = body instanceof Uint8Array ? decodeBody(body, type) : null;
  return decoded?.is === 'text' ? strangersIn(decoded.text) : [];
}

function findingOf(
  { kind, normal, offset, path, disguise = [] }: Sighting,
  { channel, where, at, until, selectorAt }: Exhibit,
  viewer: Viewer,
  key: string | Uint8Array,
): Finding {
  const selector = selectorAt?.(offset);
  return {
    rule: strangerValue,
    severity: severities[kind],
    viewer: viewer.name,
    owner: null,
    kind,
    field: kind,
    channel,
    where: {
      ...where,
      ...(selector === undefined ? {} : { selector }),
      ...(path === undefined ? { offset } : { path }),
    },
    shown: { from: at, ...(until === undefined ? {} : { to: until }) },
    disguise,
    fingerprint: createHmac('sha256', key).update(`${kind} ${normal}`).digest('hex').slice(0, 12),
  };
}

const mostRemembered = 5_000;
const remembered = new Map<string, Promise<readonly Sighting[]>>();

/** Values of people in a text, its escapes taken out; each distinct text is read once in a process. */
export function strangersIn(text: string): Promise<readonly Sighting[]> {
  const name = nameOfText(text);
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
  const sightings = read(text);
  remembered.set(name, sightings);
  return sightings;
}

/** What stands in a text without its escapes, and then what is encoded in it and stands nowhere else. */
async function read(text: string): Promise<readonly Sighting[]> {
  const plain = unescaped({ text, from: (offset) => offset });
  const found = await scanned(plain);
  const packed = base64.read(plain.text.replace(sourceMaps, (address) => ' '.repeat(address.length)));
  if (packed === null) return withPaths(text, found);
  const seen = new Set(found.map(({ normal }) => normal));
  const hidden = await scanned(unescaped({ ...packed, from: (offset) => plain.from(packed.from(offset)) }));
  const more = hidden.filter(({ normal }) => !seen.has(normal));
  return withPaths(text, [...found, ...more.map((one) => ({ ...one, disguise: [base64.name] }))]);
}

/** A program's own text, with its authors. */
const sourceMaps = /sourceMappingURL=data:[^\s"']+/g;
const mostLayers = 3;

/** With up to three layers of escapes undone. */
function unescaped(page: Derived, layers = mostLayers): Derived {
  const plain = layers === 0 ? null : unescape.read(page.text);
  if (plain === null) return page;
  return unescaped({ text: plain.text, from: (offset) => page.from(plain.from(offset)) }, layers - 1);
}

async function scanned({ text, from }: Derived): Promise<readonly Sighting[]> {
  return (await scan(text)).map((one) => ({ ...one, offset: from(one.offset) }));
}

async function scan(text: string): Promise<readonly Sighting[]> {
  const taken: { readonly start: number; readonly end: number }[] = [];
  const sightings: Sighting[] = [];
  for (const { kind, pattern, isLikely, read: readValue } of detectors) {
    for (const match of text.matchAll(pattern)) {
      const candidate = candidateAt(text, match.index, match[0]);
      const end = match.index + match[0].length;
      if (taken.some((other) => match.index < other.end && other.start < end)) continue;
      const value = isLikely(candidate) ? await readValue(candidate) : null;
      if (value === null) continue;
      taken.push({ start: match.index, end });
      sightings.push({ kind, normal: value.normal, offset: match.index + (value.start ?? 0) });
    }
  }
  return sightings;
}

function candidateAt(text: string, index: number, found: string): Candidate {
  return { text: found, before: text.slice(Math.max(0, index - surroundings), index) };
}

/** Where in a JSON text; a property's name may itself be somebody's address, and is not told then. */
function withPaths(text: string, sightings: readonly Sighting[]): readonly Sighting[] {
  const leaves = sightings.length === 0 ? null : jsonLeaves(text);
  if (leaves === null) return sightings;
  return sightings.map((sighting) => {
    const leaf = leaves.find(({ start, end }) => start <= sighting.offset && sighting.offset < end);
    if (leaf === undefined) return sighting;
    const path = pathOf(leaf);
    const isWritten = customers.test(authorOf(leaf, leaves, text) ?? '');
    const marks = marksBeside(leaf, leaves, text);
    return { ...sighting, isWritten, marks, ...(path.includes('["') ? {} : { path }) };
  });
}

const owners = /^(?:id|uid|sub|email|(?:user|owner|customer|account|profile|member)_?(?:id|email)?)$/i;

/** What the very object that a leaf belongs to says of whose it is. */
function marksBeside(leaf: Leaf, leaves: readonly Leaf[], text: string): readonly string[] {
  return leaves
    .filter((one) => placeOf(one).object === placeOf(leaf).object && owners.test(placeOf(one).name))
    .map(({ start, end }) => text.slice(start, end).toLowerCase());
}

const customers = /^(?:user|customer|human|visitor|client|guest|me)$/i;
const authors = /^(?:author|role|sender|from|by|(?:sender|author)_?(?:type|role))$/i;

/** What the message that a leaf belongs to calls its author: a property of the leaf's object, or of one around it. */
function authorOf(leaf: Leaf, leaves: readonly Leaf[], text: string): string | undefined {
  const marks = new Map(
    leaves.filter((one) => authors.test(placeOf(one).name)).map((one) => [placeOf(one).object, one]),
  );
  for (let { parent } = leaf.node; parent !== null; { parent } = parent) {
    const mark = marks.get(parent);
    if (mark !== undefined) return text.slice(mark.start, mark.end);
  }
  return undefined;
}
