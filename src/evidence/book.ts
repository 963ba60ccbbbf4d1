import { hash } from 'node:crypto';
import type { Exhibit } from '../words';

/** Of one channel, in one ledger. */
const mostOfChannel = 50_000;

/** Letters and bytes of all bodies in one ledger. */
const mostOfAll = 400_000_000;

/** Keeps exhibits in order, each body once in memory, and nothing twice that was shown twice at the same place. */
export const createBook = () => {
  const entries = new Map<string, Exhibit>();
  const bodies = new Map<string, Exhibit['body']>();
  const counts = new Map<string, number>();
  const lastShown = new Map<string, number>();
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
    entries.set(`${channel} full`, { channel, where: { part: where.part }, at, body });
    list = undefined;
    return true;
  };

  const enter = (exhibit: Exhibit, key?: string) => {
    const { part, url = '', selector = '' } = exhibit.where;
    if (exhibit.body === '') return void (key !== undefined && entries.delete(key) && (list = undefined));
    const digest = hashOf(exhibit.body);
    const body = bodies.get(digest) ?? exhibit.body;
    const name = key ?? `${exhibit.channel}\0${part}\0${url}\0${selector}\0${exhibit.type ?? ''}\0${digest}`;
    const before = entries.get(name);
    if (!before && isFull(exhibit)) return;
    if (!bodies.has(digest)) size += sizeOf(body);
    bodies.set(digest, body);
    lastShown.set(name, (shown += 1));
    if (before && before.body === body && before.until === exhibit.until) return;
    entries.set(name, { ...exhibit, body, at: before?.at ?? exhibit.at });
    list = undefined;
  };

  return {
    enter,
    exhibits: (): readonly Exhibit[] =>
      (list ??= [...entries.values()].toSorted((one, other) => one.at - other.at)),
    mark: () => shown,
    clear() {
      entries.clear();
      list = undefined;
    },
    since: (mark: number): readonly Exhibit[] =>
      [...entries].filter(([name]) => (lastShown.get(name) ?? 0) > mark).map(([, exhibit]) => exhibit),
  };
};

const sizeOf = (body: Exhibit['body']): number =>
  typeof body === 'string' || body instanceof Uint8Array ? body.length : 0;

/** Short texts name themselves. */
const hashOf = (body: Exhibit['body']): string => {
  if (typeof body === 'string' && body.length < 100) return `=${body}`;
  if (typeof body === 'string') return `text ${hash('sha1', body, 'base64')}`;
  if (body instanceof Uint8Array) return `bytes ${hash('sha1', body, 'base64')}`;
  return `unreadable ${body.unreadable}`;
};
