import { findForAnybody } from '../records/careless';
import type { Fault } from '../fault';

/** Whoever asks for the document must have seen the page, or so it was thought. */
export const parentCheckedChildNot: Fault = {
  id: 'parent-checked-child-not',
  rootCause: 'client-chosen-identity',
  sentence: 'An invoice is guarded, and its PDF is not.',
  change: (parts) => ({ ...parts, records: { ...parts.records, findChild: findForAnybody } }),
  caughtBy: ['records'],
};
