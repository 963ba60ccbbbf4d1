import type { Millis } from '../words';
import type { Show, Sight } from './channel';

/** By this name the page script finds its way out; it takes it away from the page. */
export const bindingName = '__shownText';

/** What the page script sends: the address, and what happened. Times are in milliseconds since the epoch. */
type Message = readonly [url: string, ...entries: readonly Entry[]];
type Entry =
  | readonly ['shown', id: number, at: Millis, part: string, selector: string, text: string]
  /** The text of `id` was replaced by one that begins with it: only the new end is sent. */
  | readonly ['grown', id: number, at: Millis, end: string]
  | readonly ['gone', id: number, at: Millis]
  | readonly ['back', id: number, at: Millis]
  | readonly ['stopped', id: number, at: Millis];

export interface ShownLog {
  /** Takes in a message of the document that `document` names. */
  take(message: string, document: string, place: (url: string) => string): void;
}

/** Makes sights of what the page script tells. */
export const createLog = (show: Show): ShownLog => {
  const sights = new Map<string, Sight>();
  return {
    take(message, document, place) {
      const [url, ...entries] = JSON.parse(message) as Message;
      for (const entry of entries) {
        const key = `${document} ${entry[1]}`;
        const next = sightAfter(entry, sights.get(key), place(url));
        if (!next) continue;
        sights.set(key, next);
        show(next, key);
      }
    },
  };
};

const sightAfter = (entry: Entry, before: Sight | undefined, url: string): Sight | undefined => {
  switch (entry[0]) {
    case 'shown': {
      const [, , at, part, selector, body] = entry;
      return { where: { part, url, ...(selector === '' ? {} : { selector }) }, at, body };
    }
    case 'grown':
      return before && typeof before.body === 'string'
        ? { ...lasting(before), body: before.body + entry[3] }
        : undefined;
    case 'gone':
      return before && { ...before, until: entry[2] };
    case 'back':
      return before && lasting(before);
    case 'stopped': {
      const unreadable =
        'the document showed more than the log of shown text holds; what came after is not in it';
      return { where: { part: 'text', url }, at: entry[2], body: { unreadable } };
    }
  }
};

const lasting = ({ until: _, ...rest }: Sight): Sight => rest;
