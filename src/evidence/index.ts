export { createApiLedger } from './api-ledger';
export { mostExchanges, type Exchange } from './exchanges';
export type { Ledger } from './ledger';
export { closable, fromNowOn } from './part-of-ledger';
export { prepareContext } from './prepare-context';
export { selfCheck } from './self-check';
export { watchBrowser, type BrowserWatch } from './watch-browser';
