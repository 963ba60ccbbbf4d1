import type { Fault } from '../fault';
import { withPages } from '../pages/change';

/** The comment that leads to the map was removed. The map was not. */
export const serviceKeyInSourceMap: Fault = {
  id: 'service-key-in-source-map',
  rootCause: 'privileged-key-in-page',
  sentence: 'A source map that no script refers to holds a server file with the service role key.',
  change: (parts) =>
    withPages(parts, {
      published: (code) => code,
      sourceMap: (map, { serviceKey }) => ({
        ...map,
        sources: [...map.sources, '../server/rows.js'],
        sourcesContent: [
          ...map.sourcesContent,
          `import { createClient } from '@supabase/supabase-js';\n\nexport const rows = createClient('/', '${serviceKey}');\n`,
        ],
      }),
    }),
  caughtBy: ['secrets'],
};
