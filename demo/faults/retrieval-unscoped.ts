import { withTool } from '../chat/change';
import { searchDocuments } from '../chat/tools/search-documents';
import { textArgument } from '../chat/tools/tool';
import type { Fault } from '../fault';

const sql = 'select title, body from match_documents($1) limit 40';

/** One index for all tenants, and a search without a filter. */
export const retrievalUnscoped: Fault = {
  id: 'retrieval-unscoped',
  rootCause: 'raw-rows-to-model',
  sentence: 'The chatbot searches the papers of all customers of all tenants.',
  change: (parts) =>
    withTool(parts, {
      ...searchDocuments,
      run: (args, { demo }) => demo.db.asService((query) => query(sql, [textArgument(args, 'query')])),
    }),
  caughtBy: ['chatbot'],
};
