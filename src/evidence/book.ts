import { hash } from 'node:crypto';
import { digestOf } from '../same-bytes';
import type { Exhibit } from '../words';

/** Of one channel, in one ledger. */
const mostOfChannel = 50_000;

/** Letters and bytes of all bodies in one ledger. */
const mostOfAll = 400_000_000;

/** An exhibit of the book, and the moment when it was last shown. */
interface Entry {
  readonly exhibit: Exhibit;
  shown: number;
}

/** Keeps exhibits in order, each body once in memory, and nothing twice that was shown twice at the same place. */
export const createBook = () => {
  const entries = new Map<string, Entry>();
  const bodies = new Map<string, Exhibit['body']>();
  const counts = new Map<string, number>();
  let shown = 0;
  let size = 0;
  let list: readonly Exhibit[] | undefined;

  /** A page that never stops talking must not take the machine's memory with it. */
  const isFull = ({ channel, where, at }: Exhibit): boolean => {
    const count = (counts.get(channel) ?? 0) + 1;
    counts.set(channel, count);
    if (count <= mostOfChannel && size <= mostOfAll) return false;
    const what = size > mostOfAll ? `${mostOfAll / 1e6} MB` : `${mostOfChannel} exhibits`;
    const body = { unreadable: `more than ${what}: the rest was not kept` };
    entries.set(`${channel} full`, { exhibit: { channel, where: { part: where.part }, at, body }, shown: 0 });
    list = undefined;
    return true;
  };

  const enter = (exhibit: Exhibit, key?: string) => {
    const { part, url = '', selector = '' } = exhibit.where;
    if (exhibit.body === '') return void (key !== undefined && entries.delete(key) && (list = undefined));
    const digest = nameOf(exhibit.body);
    const known = bodies.get(digest);
    const body = known ?? exhibit.body;
    const name = key ?? `${exhibit.channel}\0${part}\0${url}\0${selector}\0${exhibit.type ?? ''}\0${digest}`;
    const before = entries.get(name);
    if (!before && isFull(exhibit)) return;
    if (known === undefined) {
      size += sizeOf(body);
      bodies.set(digest, body);
    }
    shown += 1;
    const at = before?.exhibit.at ?? exhibit.at;
    if (before && before.exhibit.body === body && before.exhibit.until === exhibit.until)
      return void (before.shown = shown);
    const isAsItCame = exhibit.body === body && exhibit.at === at;
    entries.set(name, { exhibit: isAsItCame ? exhibit : { ...exhibit, body, at }, shown });
    list = undefined;
  };

  return {
    enter,
    exhibits: (): readonly Exhibit[] =>
      (list ??= Array.from(entries.values(), ({ exhibit }) => exhibit).toSorted(
        (one, other) => one.at - other.at,
      )),
    mark: () => shown,
    clear() {
      entries.clear();
      list = undefined;
    },
    since: (mark: number): readonly Exhibit[] =>
      [...entries.values()].filter((entry) => entry.shown > mark).map(({ exhibit }) => exhibit),
  };
};

const sizeOf = (body: Exhibit['body']): number =>
  typeof body === 'string' || body instanceof Uint8Array ? body.length : 0;

/** Short texts, as heads of answers are, name themselves. */
const nameOf = (body: Exhibit['body']): string => {
  if (typeof body === 'string' && body.length < 256) return `=${body}`;
  if (typeof body === 'string') return `text ${hash('sha1', body, 'base64')}`;
  if (body instanceof Uint8Array) return `bytes ${digestOf(body)}`;
  return `unreadable ${body.unreadable}`;
};
