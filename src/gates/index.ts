export { auditPage } from './lighthouse/audit-page';
export type { AuditOptions } from './lighthouse/audit-page';
export { launchChrome } from './lighthouse/chrome';
export type { Chrome } from './lighthouse/chrome';
export { measureReads } from './latency/measure-reads';
export type { MeasureOptions, ReadTarget } from './latency/measure-reads';
export type { ReadAnswer } from './latency/answer';
