import type { Fault } from '../fault';
import { swapped, withRoutes, withScript } from '../pages/change';

const patient = `function whileLoading() {
  const [page] = performance.getEntriesByType('navigation');
  if (page.responseEnd - page.requestStart > 120) showLastKnown();`;

const lastKnown = `
async function showLastKnown() {
  const bookings = await (await fetch('/api/last-known')).json();
  if (document.body.getAttribute('data-state') !== 'loading') return;
  const list = document.querySelector('[data-collection="bookings"] .w-dyn-items');
  list.hidden = false;
  list.replaceChildren(...bookings.map(({ reference, title, note }) => make('p', title + ', ' + reference + '. ' + note)));
}
`;

/** Something to look at while the answer is late: the list that the server has at hand, which is everybody's. */
export const staleOnSlowNetwork: Fault = {
  id: 'stale-on-slow-network',
  rootCause: 'shared-state',
  sentence: 'When the network is slow, the account page shows bookings of others until its own arrive.',
  change: (parts) => {
    const serving = withRoutes(parts, (app, demo) => {
      app.get('/api/last-known', async (c) => {
        const sql = 'select reference, title, note from bookings order by created_at, reference limit 30';
        return c.json(await demo.db.asService((query) => query(sql)), 200, { 'cache-control': 'no-store' });
      });
    });
    return withScript(
      serving,
      'memory.js',
      (source) => `${swapped(source, 'function whileLoading() {', patient)}${lastKnown}`,
    );
  },
  caughtBy: ['pages'],
};
