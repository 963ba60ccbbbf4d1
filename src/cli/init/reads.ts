import { choosesPart } from '../../attempts/recorder/parameters';
import type { Read } from '../../product/types';

/** A request that a page made, and what came back. */
export interface Heard {
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The token that it was asked with. */
  readonly bearer?: string;
}

/** What is no read of records: signing in (but for who one is), settings, the chat itself. */
const asides = /\/auth\/(?!me(?:[/?]|$))|\/config\b|\/settings\b|\/session\b|\/token\b|analytics|telemetry/i;

/**
 * The requests by which a signed-in page loaded records, as reads of a config: what is only asked for by who is signed
 * in, answered with JSON. The person's own id in an address becomes `{user}`.
 *
 * @param before what was asked for by who was not signed in
 */
export function readsIn(
  heard: readonly Heard[],
  before: readonly Heard[],
  { site, userId }: { readonly site: string; readonly userId: string | undefined },
): readonly Read[] {
  const common = new Set(before.filter(isAnswered).map(({ url }) => url));
  const own = heard.filter((one) => isAnswered(one) && !common.has(one.url) && !asides.test(one.url));
  const reads = own.map(({ url }) => readOf(url, site, userId));
  return firstParts([...new Map(reads.map((read) => [read.path, read])).values()]);
}

/** Of a list that was loaded in parts the first: where a part begins is no other account's business. */
function firstParts(reads: readonly Read[]): readonly Read[] {
  return [...new Map(reads.toReversed().map((read) => [withoutPart(read.path), read])).values()].toReversed();
}

function withoutPart(path: string): string {
  const [place = '', query = ''] = path.split('?');
  const chosen = [...new URLSearchParams(query)].filter(([name]) => !choosesPart(name));
  return `${place}?${new URLSearchParams(chosen).toString()}`;
}

/** Whether something was given; who is refused rows is given an empty list. */
function isAnswered({ method, status, type, text }: Heard): boolean {
  return method === 'GET' && status === 200 && /json/.test(type) && /[[{]\s*["{]/.test(text);
}

/** Segments of an address that name one record: a uuid, a number, a long token with digits. */
const idLike = /(?<=\/)(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d+|(?=[\w-]*\d)[\w-]{12,})(?=[/?]|$)/gi;

/** An address with `{id}` where it names one record: which one is nobody's business but the account's. */
export function withoutIds(path: string): string {
  return path.replaceAll(idLike, '{id}');
}

/** What the records of an address are called: `booking` for `/account/bookings/{id}`. */
export function kindOf(path: string): string {
  return singular(wordsOf(path));
}

/** The read that asks for this address. */
export function readOf(address: string, site: string, userId?: string): Read {
  const url = new URL(address);
  const whole = url.origin === site ? `${url.pathname}${url.search}` : url.href;
  const path = withoutIds(userId === undefined ? whole : whole.replaceAll(userId, '{user}'));
  const rows = url.pathname.startsWith('/rest/v1/');
  const name = path.includes('{id}') ? `one of the ${wordsOf(path)}` : wordsOf(path);
  return { name, kind: kindOf(path), path, ...(rows && { rows }) };
}

function wordsOf(path: string): string {
  if (/\/me(?:[/?]|$)/.test(path)) return 'profile';
  const [place = ''] = path.replace(/^https?:\/\/[^/]+/, '').split('?');
  const last = place.split('/').findLast((part) => /^[a-z][\w-]+$/i.test(part));
  return (last ?? 'record').replaceAll(/[_-]+/g, ' ');
}

function singular(words: string): string {
  if (/[^s]ies$/.test(words)) return words.replace(/ies$/, 'y');
  return /[^s]s$/.test(words) ? words.slice(0, -1) : words;
}
