import type { Millis } from '../words';
import type { Show } from './channel';
import { placeOf } from './place';
import { lastNotAfter } from './last-not-after';
import type { Target } from './target';

/** By this name the page script finds its way out; it takes it away from the page. */
export const bindingName = '__shownText';

/**
 * A text that is another one as soon as something has changed that a snapshot of this target's documents would show.
 * Nothing when that cannot be told: there is a frame into which its page may not look, or a document without the script.
 */
export const changesOf = async (target: Target): Promise<string | undefined> => {
  const { result } = await target.send('Runtime.evaluate', { expression: changesSoFar, returnByValue: true });
  return typeof result.value === 'string' ? result.value : undefined;
};

/** Runs in every kind of target: what still waits to be told is told before this has ended. */
export const tellAll = `(async () => {
  const log = globalThis[Symbol.for('${bindingName}')];
  const flush = (view) => { view[Symbol.for('${bindingName}')]?.flush(); for (let i = 0; i < view.length; i++) flush(view[i]); };
  try { flush(globalThis) } catch { await log?.rest() }
})()`;

/** Runs in the page. */
const changesSoFar = `(() => {
  const ofWindow = (view) => [view[Symbol.for('${bindingName}')].changesSoFar(), ...Array.from(view, ofWindow)];
  try { return ofWindow(window).join() } catch { return null }
})()`;

/** What the page script sends: the address, and what happened. Times are in milliseconds since the epoch. */
type Message = readonly [url: string, ...happenings: readonly Happening[]];
type Happening =
  | readonly ['shown', id: number, at: Millis, part: string, selector: string, text: string]
  /** The text of `id` was replaced by one that begins with it: only the new end is sent. */
  | readonly ['grown', id: number, at: Millis, end: string]
  | readonly ['gone', id: number, at: Millis]
  | readonly ['back', id: number, at: Millis]
  | readonly ['stopped', id: number, at: Millis];

/** A text that was shown. */
interface Line {
  readonly url: string;
  readonly part: string;
  readonly selector: string;
  readonly at: Millis;
  /** The message by which it became known: what came at once is read together. */
  readonly message: number;
  text: string;
  until: Millis | undefined;
}

/** All texts that the documents of one context ever showed. */
export interface ShownLog {
  /** Takes in a message of the document that `document` names. */
  take(message: string, document: string): void;
  /** Shows what is new or has changed since it was last told. */
  tell(show: Show): void;
}

export const createLog = (): ShownLog => {
  const lines = new Map<string, Line>();
  const groups = new Map<string, Set<Line>>();
  const changed = new Set<string>();
  const stops: { readonly url: string; readonly at: Millis }[] = [];
  let messages = 0;
  let latest = { address: '', url: '' };

  const join = (line: Line) => {
    const name = groupOf(line);
    const group = groups.get(name) ?? new Set();
    groups.set(name, group.add(line));
    changed.add(name);
  };
  const leave = (line: Line) => {
    const name = groupOf(line);
    groups.get(name)?.delete(line);
    changed.add(name);
  };
  const change = (line: Line | undefined, how: (line: Line) => void) => {
    if (!line) return;
    leave(line);
    how(line);
    join(line);
  };

  const take = (happening: Happening, document: string, url: string, message: number) => {
    const key = `${document} ${happening[1]}`;
    const line = lines.get(key);
    switch (happening[0]) {
      case 'shown': {
        const [, , at, part, selector, text] = happening;
        const fresh: Line = { url, part, selector, at, message, text, until: undefined };
        lines.set(key, fresh);
        return join(fresh);
      }
      case 'grown':
        return change(line, (grown) => {
          grown.text += happening[3];
          grown.until = undefined;
        });
      case 'gone':
        return change(line, (past) => void (past.until = happening[2]));
      case 'back':
        return change(line, (again) => void (again.until = undefined));
      case 'stopped':
        return void stops.push({ url, at: happening[2] });
    }
  };

  return {
    take(message, document) {
      const [address, ...happenings] = messageOf(message);
      if (address !== latest.address) latest = { address, url: placeOf(address) };
      const { url } = latest;
      messages++;
      for (const happening of happenings) take(happening, document, url, messages);
    },
    tell(show) {
      for (const name of changed) {
        const group = [...(groups.get(name) ?? [])];
        if (group.length === 0) groups.delete(name);
        show(sightOf(group), name);
      }
      changed.clear();
      for (const { url, at } of stops.splice(0)) {
        const unreadable =
          'the document showed more than the log of shown text holds: what came after is not in it';
        show({ where: { part: 'text', url }, at, body: { unreadable } });
      }
    },
  };
};

/** A page could talk to the log as well: what is not of its shape is refused. */
const messageOf = (text: string): Message => {
  const message: unknown = JSON.parse(text);
  if (!isList(message)) throw new Error('a page sent something else than shown texts');
  const [url, ...happenings] = message;
  if (typeof url !== 'string' || !happenings.every(isHappening))
    throw new Error('a page sent something else than shown texts');
  return [url, ...happenings];
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const shapes: ReadonlyMap<unknown, readonly string[]> = new Map<Happening[0], readonly string[]>([
  ['shown', ['number', 'number', 'string', 'string', 'string']],
  ['grown', ['number', 'number', 'string']],
  ['gone', ['number', 'number']],
  ['back', ['number', 'number']],
  ['stopped', ['number', 'number']],
]);

const isHappening = (value: unknown): value is Happening => {
  if (!isList(value)) return false;
  const shape = shapes.get(value[0]);
  return shape !== undefined && shape.every((type, i) => typeof value[i + 1] === type);
};

/** Lines of one message, of one kind, that went away together: they were on the screen together. */
const groupOf = ({ message, part, until }: Line): string => `${message} ${part} ${until ?? ''}`;

const sightOf = (lines: readonly Line[]) => {
  const [first] = lines;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  const selectorAt = (offset: number) => lines[lastNotAfter(starts, offset)]?.selector;
  return {
    where: {
      part: first?.part ?? '',
      url: first?.url ?? '',
      ...(lines.length === 1 && first?.selector ? { selector: first.selector } : {}),
    },
    at: first?.at ?? 0,
    ...(first?.until === undefined ? {} : { until: first.until }),
    body: lines.map(({ text }) => text).join('\n'),
    selectorAt,
  };
};
