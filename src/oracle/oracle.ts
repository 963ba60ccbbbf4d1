import { createHmac } from 'node:crypto';
import { createLately } from '../lately';
import type { Exhibit, Finding, OwnedRecord, OwnerName, Viewer, Where } from '../words';
import { decodeBody, type Body } from './body';
import { usualLimits, type Limits } from './budget';
import { createLexicons, type Meaning } from './lexicon';
import { createOutlines, type Masked } from './masked';
import { nameOfText } from './name-of-text';
import { createReader, type Hit, type Reader, type Reading } from './reader';
import { severityOf } from './severity';
import { transcriptsOf } from './transcript';
import { valuesOf, type Value, type Weak } from './value';

export interface OracleOptions {
  readonly records: readonly OwnedRecord[];
  /** Values that the product may show to everybody. */
  readonly publicValues: readonly string[];
  /** Of the run: fingerprints can be compared within it and nowhere else. */
  readonly key: string | Uint8Array;
  readonly limits?: Limits;
}

/** Something that was shown and could not be read (in full): never clean. */
export interface UnreadExhibit {
  readonly channel: string;
  readonly where: Where;
  readonly why: string;
}

export interface Search {
  readonly findings: readonly Finding[];
  readonly unreadable: readonly UnreadExhibit[];
  /** Exhibits that were searched, by channel; those that are no text by design count as `<channel> (not text)`. */
  readonly searched: Readonly<Record<string, number>>;
  /** Whose records were shown, foreign or not, as `shows` would tell of each: so that nothing is read for that again. */
  readonly shown: ReadonlySet<OwnerName>;
}

/** Knows whose value is what. */
export interface Oracle {
  /**
   * Finds what belongs to others in what a viewer was shown.
   * @param said texts that the viewer itself sent or typed (questions, bodies, addresses): their values are no finding.
   * A list that is given again has only grown: what stood in it before is not read again
   * @param echoes the same, for this search alone
   */
  readonly search: (
    exhibits: readonly Exhibit[],
    viewer: Viewer,
    said: readonly string[],
    echoes?: readonly string[],
  ) => Search;
  /**
   * Whether exhibits show a record of this owner (of one kind, when given), as a search with the eyes of somebody who
   * may see nothing would find; it stops at the first. What is masked was not shown.
   */
  readonly shows: (
    exhibits: readonly Exhibit[],
    sought: { readonly owner: OwnerName; readonly kind?: string | undefined },
    said: readonly string[],
  ) => boolean;
  /** Whether anything in an exhibit could be somebody's, or could not be read. Else no search finds anything, whoever looks. */
  readonly tells: (exhibit: Exhibit) => boolean;
  /** Values that are too short or too common to be looked for. */
  readonly weak: readonly Weak[];
}

const mostReadings = 5_000;
/** Bodies that are known again by the object that they are: equal answers are the same one (see `sameBytes`). */
const mostBodies = 1_000;
const longestKept = 16_384;

/** Indexes the records; the oracle then reads each distinct body once, whoever was shown it. */
export function createOracle({ records, publicValues, key, limits = usualLimits }: OracleOptions): Oracle {
  const { values, weak } = valuesOf(records);
  const readings = createLately<Uint8Array, { type: string | undefined; reading: Reading }>(mostBodies);
  const { read, readJoined } = remembered(createReader(createLexicons(values, publicValues), limits));
  const valuesIn = (texts: readonly string[]): readonly number[] =>
    texts.flatMap((text) => read(text).hits.flatMap((hit) => hit.meanings.map((meaning) => meaning.value)));
  const shownToAll = new Set(valuesIn(publicValues));
  const readExhibit = ({ body, type }: Exhibit, text: string): Reading => {
    if (!(body instanceof Uint8Array) || body.length > longestKept) return read(text, type);
    const before = readings.get(body);
    if (before && before.type === type) return before.reading;
    const reading = read(text, type);
    readings.set(body, { type, reading });
    return reading;
  };
  const outlineOf = createOutlines(values);
  const outlines = (masked: Masked): readonly Meaning[] =>
    outlineOf(masked).map((value) => ({ value, disguise: [] }));
  const fingerprints = values.map(({ text }) => fingerprint(key, text));

  const knownTo = createKnownTo(values, valuesIn);
  const saidIn = createSaidIn(valuesIn);

  const search: Oracle['search'] = (exhibits, viewer, said, echoes = []) => {
    const isOfViewer = knownTo(viewer);
    // Asked only when something was found: most answers hold nobody's values.
    let [wasSaid, wasEchoed]: (ReadonlySet<number> | undefined)[] = [];
    const isUnsaid = ({ value }: Meaning): boolean =>
      !shownToAll.has(value) && !(wasSaid ??= saidIn(said)).has(value);
    const isEchoed = (value: number): boolean => (wasEchoed ??= new Set(valuesIn(echoes))).has(value);
    const shown = new Set<OwnerName>();
    const findings = new Map<string, Finding>();
    const unreadable: UnreadExhibit[] = [];
    const searched: Record<string, number> = {};
    const texts: { exhibit: Exhibit; text: string }[] = [];
    const count = (name: string): void => void (searched[name] = (searched[name] ?? 0) + 1);

    const judge = (exhibit: Exhibit, { hits, masked, problems }: Reading, join: string | null): void => {
      for (const why of problems) unreadable.push({ channel: exhibit.channel, where: exhibit.where, why });
      for (const hit of hits) {
        if (hit.within) continue;
        if (hit.meanings.every(isUnsaid))
          for (const { value } of hit.meanings) noteOwner(shown, values[value]);
        for (const meaning of foreign(hit)) keep(findings, findingOf(exhibit, hit, meaning, join));
      }
      for (const mask of masked) {
        const hit = { meanings: outlines(mask), offset: mask.offset, chain: ['masked'], within: false };
        for (const meaning of foreign(hit)) keep(findings, partialOf(findingOf(exhibit, hit, meaning, join)));
      }
    };
    const partialOf = (finding: Finding | null): Finding | null =>
      finding && { ...finding, rule: 'partial-value', severity: severityOf('partial', viewer) };
    const foreign = (hit: Hit): readonly Meaning[] => {
      const isMine = hit.meanings.some((meaning) => {
        const { value } = meaning;
        const owner = values[value]?.owner;
        if (isOfViewer.has(value) || (owner !== undefined && viewer.sees.includes(owner))) return true;
        return !isUnsaid(meaning) || isEchoed(value);
      });
      return isMine ? [] : hit.meanings;
    };
    const findingOf = (exhibit: Exhibit, hit: Hit, meaning: Meaning, join: string | null): Finding | null => {
      const value = values[meaning.value];
      if (value === undefined) return null;
      return {
        rule: value.extent === 'identifier' ? 'foreign-identifier' : 'foreign-record',
        severity: severityOf(value.extent, viewer),
        viewer: viewer.name,
        owner: value.owner,
        kind: value.kind,
        field: value.field,
        channel: exhibit.channel,
        where: placeOf(exhibit, hit, join),
        shown: { from: exhibit.at, ...(exhibit.until === undefined ? {} : { to: exhibit.until }) },
        disguise: [...(join === null ? [] : [join]), ...hit.chain, ...meaning.disguise],
        fingerprint: fingerprints[meaning.value] ?? '',
      };
    };

    for (const exhibit of exhibits) {
      const text = textOf(exhibit, unreadable);
      if (text === null) {
        count(`${exhibit.channel} (not text)`);
        continue;
      }
      if (text === undefined) continue;
      count(exhibit.channel);
      texts.push({ exhibit, text });
      judge(exhibit, readExhibit(exhibit, text), null);
    }
    for (const { exhibit, text, path } of transcriptsOf(texts)) {
      const reading = readJoined(text);
      const hits = reading.hits.map(({ path: _, ...hit }) => ({
        ...hit,
        ...(path === undefined ? {} : { path }),
      }));
      judge(exhibit, { ...reading, hits }, 'turns');
    }
    return { findings: [...findings.values()], unreadable, searched, shown };
  };

  const shows: Oracle['shows'] = (exhibits, { owner, kind }, said) => {
    const isSought = ({ within, meanings }: Hit): boolean =>
      !within &&
      meanings.some(
        ({ value }) => values[value]?.owner === owner && (kind === undefined || values[value].kind === kind),
      ) &&
      !meanings.some(({ value }) => shownToAll.has(value) || saidIn(said).has(value));
    const texts = exhibits.flatMap((exhibit) => {
      const text = textOf(exhibit, []);
      return typeof text === 'string' ? [{ exhibit, text }] : [];
    });
    return (
      texts.some(({ exhibit, text }) => readExhibit(exhibit, text).hits.some(isSought)) ||
      transcriptsOf(texts).some(({ text }) => readJoined(text).hits.some(isSought))
    );
  };
  const tells: Oracle['tells'] = (exhibit) => {
    const text = textOf(exhibit, []);
    if (typeof text !== 'string') return text === undefined;
    const { hits, masked, problems } = readExhibit(exhibit, text);
    return problems.length > 0 || masked.length > 0 || hits.some(({ within }) => !within);
  };
  return { search, shows, tells, weak };
}

/** Values that stand within what a viewer may see (a name in its own note), by whose records it sees. */
function createKnownTo(
  values: readonly Value[],
  valuesIn: (texts: readonly string[]) => readonly number[],
): (viewer: Viewer) => ReadonlySet<number> {
  const known = new Map<string, ReadonlySet<number>>();
  return ({ sees }) => {
    const name = JSON.stringify(sees);
    const found =
      known.get(name) ??
      new Set(valuesIn(values.filter(({ owner }) => sees.includes(owner)).map(({ text }) => text)));
    known.set(name, found);
    return found;
  };
}

/**
 * Values in what somebody has said, which grows with every request: each text of a list is read once, or a visitor who
 * asks a thousand times would be searched a thousand times more slowly.
 */
function createSaidIn(
  valuesIn: (texts: readonly string[]) => readonly number[],
): (said: readonly string[]) => ReadonlySet<number> {
  const known = new WeakMap<readonly string[], { length: number; readonly values: Set<number> }>();
  return (said) => {
    const before = known.get(said);
    const until = before && before.length <= said.length ? before : { length: 0, values: new Set<number>() };
    for (const value of valuesIn(said.slice(until.length))) until.values.add(value);
    until.length = said.length;
    known.set(said, until);
    return until.values;
  };
}

function noteOwner(owners: Set<OwnerName>, value: Value | undefined): void {
  if (value !== undefined) owners.add(value.owner);
}

/** Text of an exhibit; `null` when it is none by design, `undefined` when it could not be read. */
function textOf(
  { body, type, channel, where }: Exhibit,
  unreadable: UnreadExhibit[],
): string | null | undefined {
  if (typeof body === 'string') return body;
  if (!(body instanceof Uint8Array)) {
    unreadable.push({ channel, where, why: body.unreadable });
    return undefined;
  }
  const decoded = decodedOnce(body, type);
  switch (decoded.is) {
    case 'text':
      return decoded.text;
    case 'opaque':
      return null;
    case 'document':
      unreadable.push({
        channel,
        where,
        why: `a ${decoded.what} that was not taken apart (see readExhibits)`,
      });
      return undefined;
    case 'unreadable':
      unreadable.push({ channel, where, why: decoded.why });
      return undefined;
  }
}

const decodedLately = createLately<Uint8Array, { type: string | undefined; decoded: Body }>(mostBodies);

function decodedOnce(body: Uint8Array, type: string | undefined): Body {
  const before = decodedLately.get(body);
  if (before && before.type === type) return before.decoded;
  const decoded = decodeBody(body, type);
  if (body.length <= longestKept) decodedLately.set(body, { type, decoded });
  return decoded;
}

/** The same value of the same owner at the same place is one finding: the plainest sighting of it. */
function keep(findings: Map<string, Finding>, finding: Finding | null): void {
  if (finding === null) return;
  const { owner, kind, field, channel, where } = finding;
  const name = JSON.stringify([
    owner,
    kind,
    field,
    channel,
    where.part,
    where.url,
    where.selector,
    where.path,
  ]);
  const known = findings.get(name);
  if (known === undefined || known.disguise.length > finding.disguise.length) findings.set(name, finding);
}

function placeOf({ where, selectorAt }: Exhibit, hit: Hit, join: string | null): Where {
  const selector = join === null ? selectorAt?.(hit.offset) : undefined;
  return {
    ...where,
    ...(selector === undefined ? {} : { selector }),
    ...(hit.path === undefined ? {} : { path: hit.path }),
    ...(join === null ? { offset: hit.offset } : {}),
  };
}

function fingerprint(key: string | Uint8Array, text: string): string {
  const normal = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return createHmac('sha256', key).update(normal).digest('hex').slice(0, 12);
}

/**
 * Reads each distinct text once. Kept in two halves, the older of which is forgotten as a whole: deleting the oldest of a
 * map one by one would walk over all that was deleted before.
 */
function remembered({ read, readJoined }: Reader): Reader {
  let young = new Map<string, Reading>();
  let old: ReadonlyMap<string, Reading> = new Map();
  const once = (text: string, type: string, make: () => Reading): Reading => {
    // The text by itself: with something in front of it, it would be copied before it is hashed.
    const name = `${type}\0${nameOfText(text)}`;
    const known = young.get(name);
    if (known !== undefined) return known;
    const reading = old.get(name) ?? make();
    if (young.size >= mostReadings / 2) {
      old = young;
      young = new Map();
    }
    young.set(name, reading);
    return reading;
  };
  return {
    read: (text, type = '') => once(text, type, () => read(text, type)),
    readJoined: (text) => once(text, 'joined', () => readJoined(text)),
  };
}
