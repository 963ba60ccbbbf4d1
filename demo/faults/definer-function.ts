import type { Fault } from '../fault';

/** `security definer` runs as the table owner, whom no row rule binds. */
export const definerFunction: Fault = {
  id: 'definer-function',
  rootCause: 'broad-policy',
  sentence: 'The document search answers with papers of every customer of every tenant.',
  sql: `alter function match_documents(text) security definer`,
  caughtBy: ['records', 'database'],
};
