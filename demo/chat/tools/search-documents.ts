import { oneText, textArgument, type Tool } from './tool';

/** The function finds by words; whose papers it may find is up to the row rules and the caller's rights. */
const sql = `select title, body from match_documents($1) where shared or user_id = $2 limit 6`;

/** The tenant's shared papers and the caller's own. */
export const searchDocuments: Tool = {
  name: 'search_documents',
  description: "Searches the harbour's papers and the signed-in customer's own boarding papers.",
  parameters: oneText('query', 'The words to look for.'),
  offeredTo: 'signed-in',
  run: (args, { authority }) =>
    authority.read((query) => query(sql, [textArgument(args, 'query'), authority.userId])),
};
