// @ts-check
import { createServer } from 'node:http';

/*
 * A product in a process of its own that has nothing to do: it gives whoever asks what is the asker's own, told by the
 * token, and what is nobody's. Below `/alike/` the rest is the same everywhere.
 */

/** What stands in every answer besides the asker's own: 2 KB in all. */
const filler = (/** @type {string} */ path) =>
  Array.from({ length: 14 }, (_, index) => ({
    line: `${path} part ${index}`,
    text: 'A quiet bay, a steady wind from the west, and supper on deck before the sun is down.',
  }));

/** What is whose, by header: `Bearer some-token=some value`. */
const owned = new Map(
  process.argv.slice(2).map((pair) => /** @type {const} */ ([pair.split('=')[0], pair.split('=')[1]])),
);

const server = createServer((request, response) => {
  const own = owned.get(request.headers.authorization ?? '') ?? null;
  const isAlike = request.url?.startsWith('/alike/') === true;
  const body = JSON.stringify({ own, items: filler(isAlike ? '/api/things' : (request.url ?? '')) });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});

// Whoever measures may be stopped: nobody else needs it.
process.on('disconnect', () => process.exit());
