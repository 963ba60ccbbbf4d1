export type { Ledger } from './ledger';
export { prepareContext } from './prepare-context';
export { selfCheck, type SelfCheck } from './self-check';
export { watchBrowser, type BrowserWatch, type WatchOptions } from './watch-browser';
