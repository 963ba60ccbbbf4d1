import type { Channel, Show } from './channel';
import { storageKeyOf } from './stores';
import { hasDocument, type Target } from './target';

type Kind = 'local-storage' | 'session-storage';

/** Local and session storage differ in their name and in one flag: every value at the start, at the end and between. */
export const storageChannel = (name: Kind): Channel => {
  const isLocalStorage = name === 'local-storage';
  const label = isLocalStorage ? 'local storage' : 'session storage';

  const tell = (show: Show, storageKey: string, key: string, value: string) => {
    const url = storageKey.split('^')[0] ?? '';
    show({ where: { part: `${label} key`, url }, at: Date.now(), body: key });
    if (value !== '') show({ where: { part: `${label} value of ${key}`, url }, at: Date.now(), body: value });
  };
  const readStore = async (target: Target, storageKey: string, show: Show) => {
    const storageId = { storageKey, isLocalStorage };
    const { entries } = await target.send('DOMStorage.getDOMStorageItems', { storageId });
    for (const [key = '', value = ''] of entries) tell(show, storageKey, key, value);
  };
  const readNewDocument = async (target: Target, frameId: string, context: object, show: Show) => {
    const storageKey = await storageKeyOf(target, frameId, context);
    if (storageKey !== undefined) await readStore(target, storageKey, show);
  };

  return {
    name,
    sees: `every key and value of the ${label} of all frames: at each page's start, when it is written, and at the end`,
    blindTo:
      'what was written by a page of an earlier context, and removed again before a page of this one started',
    domains: ['DOMStorage', 'Runtime'],
    plant: `${isLocalStorage ? 'localStorage' : 'sessionStorage'}.setItem('planted', value);`,
    watch(target, show) {
      target.on('DOMStorage.domStorageItemAdded', ({ storageId, key, newValue }) => {
        if (storageId.isLocalStorage === isLocalStorage)
          tell(show, storageId.storageKey ?? '', key, newValue);
      });
      target.on('DOMStorage.domStorageItemUpdated', ({ storageId, key, oldValue, newValue }) => {
        if (storageId.isLocalStorage !== isLocalStorage) return;
        tell(show, storageId.storageKey ?? '', key, oldValue);
        tell(show, storageId.storageKey ?? '', key, newValue);
      });
      target.on('Runtime.executionContextCreated', ({ context }) => {
        const { isDefault, frameId } = context.auxData ?? {};
        if (!hasDocument(target) || String(isDefault) !== 'true' || frameId === undefined) return;
        // Documents without an origin have no storage; what is there in the end is read in the end.
        target.context.awaits(readNewDocument(target, frameId, context, show).catch(() => undefined));
      });
    },
    async read(target, show, stores) {
      for (const { storageKey } of await stores()) await readStore(target, storageKey, show);
    },
  };
};
