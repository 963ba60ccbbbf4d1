import { createHmac } from 'node:crypto';
import { strangerValue } from '../../nature';
import type { Exhibit, Finding, Severity, Viewer } from '../../words';
import { nameOfText } from '../name-of-text';
import type { Derived } from '../text';
import { base64 } from '../views/base64';
import { card } from './card';
import { surroundings, type Candidate, type Detector, type StrangerKind } from './detector';
import { email } from './email';
import { iban } from './iban';
import { nationalId } from './national-id';
import { phone } from './phone';
import { ownValues, withPaths, type Placed } from './placed';
import { plainTextOf } from './plain-text';
import { unescaped } from './unescaped';

/** A value by which somebody can be told, and where it stands. */
export interface Sighting extends Placed {
  readonly kind: StrangerKind;
  /** What it was hidden in; escapes hide nothing. */
  readonly disguise?: readonly string[];
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
  const own = ownValues(
    seen.flat().map(({ sighting }) => sighting),
    marks,
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

/** An address may name people, too, and nothing masks those whom nobody knows: then only its host is told. */
async function withPlainAddress(exhibit: Exhibit): Promise<Exhibit> {
  const { url } = exhibit.where;
  if (url === undefined || (await strangersIn(url)).length === 0) return exhibit;
  return { ...exhibit, where: { ...exhibit.where, url: hostOnly(url) } };
}

/** Of an address only where it leads. */
export function hostOnly(url: string): string {
  return `${URL.canParse(url) ? new URL(url).origin : ''}/…`;
}

/** What one exhibit shows of people; nothing for programs and for what cannot be read (which the oracle tells of). */
export async function strangersShownIn(exhibit: Exhibit): Promise<readonly Sighting[]> {
  const text = plainTextOf(exhibit);
  return text === null ? [] : strangersIn(text);
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
