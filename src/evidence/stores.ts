import { framesOf } from './frames';
import type { Target } from './target';

/** What the frames of one origin may keep things in: storage, databases, caches, files. */
export interface Store {
  /** The browser's name for it. */
  readonly storageKey: string;
  /** One of the frames that may use it. */
  readonly frameId: string;
  readonly origin: string;
  /** Whether anything of this kind is in it; also when that is not known. */
  mayHold(kind: Kind): boolean;
}

type Kind = 'indexeddb' | 'cache_storage' | 'file_systems';

/** The stores of a page's or iframe's frames, each once. Sandboxed frames and empty pages have none. */
export const storesOf = async (target: Target): Promise<readonly Store[]> => {
  const frames = (await framesOf(target)).filter(({ url }) => /^https?:/.test(url));
  const stores = await Promise.all(
    frames.map(async ({ id: frameId, url }) => {
      const storageKey = await keyOf(target, frameId);
      if (storageKey === undefined) return [];
      const { origin } = new URL(url);
      return [{ storageKey, frameId, origin, mayHold: await holdings(target, origin, storageKey) }];
    }),
  );
  return [...new Map(stores.flat().map((store) => [store.storageKey, store])).values()];
};

/**
 * The browser counts what each origin keeps, an empty database and an empty file included: to ask once for the count is
 * cheaper than to look for three kinds of things. It counts nothing that a frame keeps within another site's page.
 */
const holdings = async (target: Target, origin: string, storageKey: string): Promise<Store['mayHold']> => {
  const isWithinAnother = storageKey.includes('^');
  if (isWithinAnother) return () => true;
  const { usageBreakdown } = await target.send('Storage.getUsageAndQuota', { origin });
  const used = new Set(usageBreakdown.filter(({ usage }) => usage > 0).map(({ storageType }) => storageType));
  return (kind) => used.has(kind);
};

const asked = new WeakMap<object, Promise<string | undefined>>();

/**
 * The store of a document that has just begun, asked for once, whoever wants to know.
 * @param document an object that stands for the document
 */
export const storageKeyOf = (
  target: Target,
  frameId: string,
  document: object,
): Promise<string | undefined> => {
  const known = asked.get(document) ?? keyOf(target, frameId);
  asked.set(document, known);
  return known;
};

const keyOf = async (target: Target, frameId: string): Promise<string | undefined> => {
  try {
    return (await target.send('Storage.getStorageKey', { frameId })).storageKey;
  } catch (error) {
    if (target.isGone() || isOpaque(error)) return undefined;
    throw error;
  }
};

const isOpaque = (error: unknown): boolean =>
  error instanceof Error && /frame|storage key|not found|opaque|denied/i.test(error.message);
