export type { Ledger } from './ledger';
export { prepareContext } from './prepare-context';
export { watchBrowser, type BrowserWatch, type WatchOptions } from './watch-browser';
