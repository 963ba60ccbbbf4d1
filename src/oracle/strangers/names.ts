import { createHmac } from 'node:crypto';
import type { Exhibit, Hint, Viewer } from '../../words';
import { nameOfText } from '../name-of-text';
import { hostOnly } from '.';
import * as context from './name-context';
import { ownValues, withPaths, type Placed } from './placed';
import { plainTextOf } from './plain-text';
import { unescaped } from './unescaped';

/** What reads like somebody's full name, and where. */
export interface NameSighting extends Placed {
  /** Its words in their order, as texts are compared: `petra kolb`. */
  readonly spoken: string;
}

/** So many are told of one visitor in one test: a hint is read by people. */
const mostHints = 50;

/**
 * Finds names of people in what a viewer was shown, by what stands around them: labels, salutations, properties of
 * records. A hint and no finding: names are not as unlike other words as a card number is.
 *
 * @param isKnown names that are no stranger's: of the product's records, public ones, those the viewer itself typed
 * @param marks by which the viewer's own records are told
 */
export function findNames(
  exhibits: readonly Exhibit[],
  viewer: Viewer,
  key: string | Uint8Array,
  isKnown: (sighting: NameSighting) => boolean,
  marks: ReadonlySet<string>,
): readonly Hint[] {
  const seen = exhibits.flatMap((exhibit) => {
    const text = plainTextOf(exhibit);
    return text === null ? [] : namesIn(text).map((sighting) => ({ exhibit, sighting }));
  });
  const own = ownValues(
    seen.map(({ sighting }) => sighting),
    marks,
  );
  const hints = new Map<string, Hint>();
  for (const { exhibit, sighting } of seen) {
    if (hints.size >= mostHints) break;
    if (own.has(sighting.normal) || isKnown(sighting)) continue;
    const hint = hintOf(sighting, exhibit, viewer, key);
    const { url, part, selector, path } = hint.where;
    const name = JSON.stringify([hint.fingerprint, hint.channel, url, part, selector, path]);
    if (!hints.has(name)) hints.set(name, hint);
  }
  return [...hints.values()];
}

function hintOf(
  { normal, spoken, offset, path }: NameSighting,
  { channel, where, at, until, selectorAt }: Exhibit,
  viewer: Viewer,
  key: string | Uint8Array,
): Hint {
  const selector = selectorAt?.(offset);
  return {
    kind: 'name of a person',
    viewer: viewer.name,
    channel,
    where: {
      ...where,
      ...(where.url === undefined ? {} : { url: withoutName(where.url, spoken) }),
      ...(selector === undefined ? {} : { selector }),
      ...(path === undefined ? { offset } : { path }),
    },
    shown: { from: at, ...(until === undefined ? {} : { to: until }) },
    fingerprint: createHmac('sha256', key).update(`name ${normal}`).digest('hex').slice(0, 12),
  };
}

/** An address may name the person, too (`/guests/petra-kolb`), and nothing masks those whom nobody knows. */
function withoutName(url: string, spoken: string): string {
  const words = new Set(context.wordsOf(unescaped({ text: url, from: (offset) => offset }).text));
  return spoken.split(' ').some((word) => words.has(word)) ? hostOnly(url) : url;
}

const mostRemembered = 5_000;
const remembered = new Map<string, readonly NameSighting[]>();

/** What reads like names of people in a text, its escapes taken out; each distinct text is read once in a process. */
export function namesIn(text: string): readonly NameSighting[] {
  const name = nameOfText(text);
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
  const plain = unescaped({ text, from: (offset) => offset });
  const found = [...inProperties(plain.text), ...inSentences(plain.text)];
  const sightings = withPaths(
    text,
    found.map((one) => ({ ...one, offset: plain.from(one.offset) })),
  );
  remembered.set(name, sightings);
  return sightings;
}

function inProperties(text: string): readonly NameSighting[] {
  const found: NameSighting[] = [];
  for (const match of text.matchAll(context.inProperty)) {
    const { key = '', name = '' } = match.groups ?? {};
    const around = objectAround(text, match.index);
    const whole = wholeName(key, name, around);
    const normal = whole === null ? null : context.normalName(whole);
    if (whole === null || normal === null) continue;
    const offset = match.index + match[0].length - name.length - 1;
    found.push({ normal, spoken: context.wordsOf(whole).join(' '), offset, ...whoseIn(around) });
  }
  return found;
}

/** With the family name that stands elsewhere in the same object; `null` for what is no person's. */
function wholeName(key: string, name: string, around: string): string | null {
  if (context.ofPerson.test(key)) return name;
  if (context.ofAnything.test(key)) return context.personal.test(around) ? name : null;
  if (!context.given.test(key)) return null;
  for (const { groups = {} } of around.matchAll(context.inProperty))
    if (context.family.test(groups['key'] ?? '')) return `${name} ${groups['name'] ?? ''}`;
  return null;
}

const surroundings = 1_000;

/** The properties that stand in the same braces, as far as they are near, without the objects among them. */
function objectAround(text: string, index: number): string {
  const before = withoutObjects(text.slice(Math.max(0, index - surroundings), index));
  const after = withoutObjects(text.slice(index, index + surroundings));
  const close = after.indexOf('}');
  return before.slice(before.lastIndexOf('{') + 1) + (close < 0 ? after : after.slice(0, close));
}

function withoutObjects(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '');
}

const ownerMark =
  /"(?:id|uid|sub|email|(?:user|owner|customer|account|profile|member)_?(?:id|email)?)"\s{0,4}:\s{0,4}"?([^",}\s]{1,80})/gi;
const writtenByCustomer =
  /"(?:author|role|sender|from|by|(?:sender|author)_?(?:type|role))"\s{0,4}:\s{0,4}"(?:user|customer|human|visitor|client|guest|me)"/i;

/** Whose an object is, also in a stream or a script, which is no JSON as a whole. */
function whoseIn(around: string): Pick<Placed, 'isWritten' | 'marks'> {
  const marks = [...around.matchAll(ownerMark)].map(([, mark = '']) => mark.toLowerCase());
  return { marks, isWritten: writtenByCustomer.test(around) };
}

const near = 200;

function inSentences(text: string): readonly NameSighting[] {
  const found: NameSighting[] = [];
  for (const { pattern, needsPerson } of context.inText)
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.['name'] ?? '';
      const normal = context.normalName(name);
      const end = match.index + match[0].length;
      const around = text.slice(Math.max(0, match.index - near), end + near);
      if (normal === null || (needsPerson && !context.personalText.test(around))) continue;
      const spoken = context.wordsOf(name).join(' ');
      found.push({ normal, spoken, offset: end - name.length, ...whoseIn(objectAround(text, match.index)) });
    }
  return found;
}
