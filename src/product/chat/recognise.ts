import { conversationWords } from './conversation-words';
import { bodyOf, type Encoded, written } from './encoded-body';
import type { Wire } from './turn';

/** Where in a call something stands: a field of the body by its path, a parameter of the address, a part of its path. */
export interface Place {
  readonly part: 'body' | 'query' | 'path';
  readonly at: readonly (string | number)[];
}

/** Something in a call that tells the server whose conversation this is. Its value is the visitor's own: not for reports. */
export interface Identifier {
  readonly place: Place;
  /** `conversation`: which one goes on. `person`: who is asking, if the server believes it. */
  readonly of: 'conversation' | 'person';
  readonly value: string;
}

/** The chatbot's API, as one turn of the widget showed it. */
export interface ChatCall {
  readonly wire: Wire;
  /** Where the question stands. */
  readonly message: Place;
  readonly identifiers: readonly Identifier[];
}

/** What a call is sent with instead. */
export interface Changes {
  readonly message?: string;
  readonly identifiers?: readonly { readonly place: Place; readonly value: string }[];
  /** Fields that the widget does not send; only a JSON object takes them. */
  readonly added?: Readonly<Record<string, unknown>>;
}

/**
 * Reads a chatbot's API off the request or frame that carried a question. Tells by names and places alone: whether the
 * server believes an identifier is for others to try.
 *
 * @param question exactly as it was typed
 * @returns `undefined` when the question stands nowhere by itself, as in an upload or in JSON within JSON
 */
export function recogniseCall(wire: Wire, question: string): ChatCall | undefined {
  const leaves = leavesOf(wire);
  const message =
    leaves.findLast(({ value }) => value.trim() === question.trim()) ??
    leaves.findLast(({ value }) => value.includes(question));
  if (message === undefined) return undefined;
  const identifiers = leaves.flatMap(({ place, value }) => {
    const of = place === message.place ? undefined : kindOf(place, value, leaves);
    return of === undefined ? [] : [{ place, of, value }];
  });
  return { wire, message: message.place, identifiers };
}

/** The same call with another question, or in the name of another conversation or person. Sends nothing. */
export function changedCall({ wire, message, identifiers }: ChatCall, changes: Changes): Wire {
  const known = new Set(identifiers.map(({ place }) => JSON.stringify(place)));
  const asked = changes.message === undefined ? [] : [{ place: message, value: changes.message }];
  const named = (changes.identifiers ?? []).filter(({ place }) => known.has(JSON.stringify(place)));
  return withFields([...asked, ...named].reduce(withValue, wire), changes.added ?? {});
}

/** Whether a call's body has room for fields that nobody asked for. */
export function takesFields({ body }: Wire): boolean {
  const encoded = bodyOf(body);
  return encoded?.as === 'json' && !Array.isArray(encoded.content);
}

function withFields(wire: Wire, added: Readonly<Record<string, unknown>>): Wire {
  const encoded = bodyOf(wire.body);
  if (encoded === undefined || !takesFields(wire) || Object.keys(added).length === 0) return wire;
  return { ...wire, body: written({ ...encoded, content: Object.assign({}, encoded.content, added) }) };
}

interface Leaf {
  readonly place: Place;
  readonly value: string;
}

function leavesOf({ url, body }: Wire): readonly Leaf[] {
  const { pathname, searchParams } = new URL(url);
  const parts = pathname.split('/').map((value, at) => leaf('path', [at], decoded(value)));
  const query = [...searchParams].map(([name, value]) => leaf('query', [name], value));
  return [...parts, ...query, ...bodyLeaves(bodyOf(body)?.content, [])];
}

function bodyLeaves(content: unknown, at: readonly (string | number)[]): Leaf[] {
  if (typeof content === 'string' || typeof content === 'number') return [leaf('body', at, String(content))];
  if (Array.isArray(content))
    return content.flatMap((one: unknown, index) => bodyLeaves(one, [...at, index]));
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, one]) => bodyLeaves(one, [...at, name]));
}

function leaf(part: Place['part'], at: Place['at'], value: string): Leaf {
  return { place: { part, at }, value };
}

const holders = {
  conversation: new RegExp(`${conversationWords}|ticket|room|result`, 'i'),
  person: /user|customer|visitor|contact|client|participant|member|account|tenant|e-?mail/i,
};

/** `thread` names one itself; `chat` may be anything about it. */
const itself = new RegExp(`^(?!(?:chat|discussion)$)(?:${conversationWords})$`, 'i');

/** What names the bot or one message names nobody: `clientMessageId`, `chatflowId`, `agent_id`. */
const nobodys = /message|msg|nonce|request|echo|trace|flow|agent|\bbot|model|widget|page/i;

function kindOf({ part, at }: Place, value: string, leaves: readonly Leaf[]): Identifier['of'] | undefined {
  if (value === '' || value.length > 200) return undefined;
  if (part === 'path') return kindOfPart(Number(at[0]), value, leaves);
  const name = at.findLast((step) => typeof step === 'string') ?? '';
  const whole = at.filter((step) => typeof step === 'string').join(' ');
  if (nobodys.test(name)) return undefined;
  if (/e-?mail$/i.test(name)) return 'person';
  if (!/(?:id|uuid|key|token|ref)$/i.test(name) && !itself.test(name)) return undefined;
  return kindNamed(/^_?(?:id|uuid|key|ref)$/i.test(name) ? whole : name);
}

/** A part of a path counts when the one before says what it is, and it looks like no word: `/sessions/s1/continueChat`. */
function kindOfPart(index: number, value: string, leaves: readonly Leaf[]): Identifier['of'] | undefined {
  const before = leaves.find(({ place }) => place.part === 'path' && place.at[0] === index - 1)?.value ?? '';
  if (!/\d/.test(value) || /^v\d+$/i.test(value) || nobodys.test(before)) return undefined;
  return kindNamed(before);
}

function kindNamed(name: string): Identifier['of'] | undefined {
  if (holders.conversation.test(name)) return 'conversation';
  return holders.person.test(name) ? 'person' : undefined;
}

function withValue(wire: Wire, { place, value }: Leaf): Wire {
  if (place.part === 'body') {
    const encoded = bodyOf(wire.body);
    return encoded === undefined ? wire : { ...wire, body: written(withLeaf(encoded, place.at, value)) };
  }
  const url = new URL(wire.url);
  if (place.part === 'query') url.searchParams.set(String(place.at[0]), value);
  else {
    const parts = url.pathname.split('/');
    parts[Number(place.at[0])] = encodeURIComponent(value);
    url.pathname = parts.join('/');
  }
  return { ...wire, url: url.href };
}

function withLeaf(encoded: Encoded, at: Place['at'], value: string): Encoded {
  return { ...encoded, content: replaced(encoded.content, at, value) };
}

/** A number stays one where it can. */
function replaced(content: unknown, [step, ...rest]: Place['at'], value: string): unknown {
  if (step === undefined) return typeof content === 'number' && /^\d+$/.test(value) ? Number(value) : value;
  if (Array.isArray(content))
    return content.map((one: unknown, index) => (index === step ? replaced(one, rest, value) : one));
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).map(([name, one]) => [name, name === step ? replaced(one, rest, value) : one]),
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
