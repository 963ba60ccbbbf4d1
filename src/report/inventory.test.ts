import { expect, test } from 'vitest';
import { asChatbot, type Attempt, type Endpoint, type Verdict } from '../words';
import { inventoryOf } from './inventory';
import { renderInventory } from './render-inventory';
import { factsOf, stageResultsOf, testOf } from './sample-results';

const endpoint = (what: string, more: Partial<Endpoint> = {}): Endpoint => ({
  what,
  foundIn: 'pages',
  auth: ['bearer'],
  ids: [],
  records: [{ owner: 'userA', kind: 'invoice' }],
  triedAs: [what],
  ...more,
});

const held: Verdict = { is: 'held', because: 'not-found' };
const open: Verdict = { is: 'unknown', because: { what: 'throttled', detail: '429' } };
const attempt = (
  what: string,
  viewer: string,
  verdict: Verdict,
  kind: 'chat' | 'request' = 'request',
): Attempt => ({
  probe: { kind, what },
  viewer,
  owner: 'userA',
  kind: 'invoice',
  verdict,
  requests: 1,
});

function reportOf(endpoints: readonly Endpoint[], attempts: readonly Attempt[]) {
  const walk = { recordedAs: 'userA', pages: ['/account'], endpoints, leftOut: ['too <much>'] };
  const facts = factsOf({ attempts, inventories: [walk] });
  return inventoryOf([
    stageResultsOf('guarantees', { tests: [testOf('records', 'a walk', { facts: [facts] })] }),
  ]);
}

test('without a walk there is no inventory', () => {
  expect(inventoryOf([])).toBeUndefined();
});

test('each sensitive endpoint is told with who was refused, by its own tries and nobody else’s', () => {
  const report = reportOf(
    [endpoint('GET /a/{id}'), endpoint('GET /a/{id}/pdf'), endpoint('POST /chat', { triedAs: [asChatbot] })],
    [
      attempt('GET /a/{id} without its filter', 'userB', held),
      attempt('GET /a/{id}/pdf', 'userB', open),
      attempt('probe everybody', 'loggedOut', held, 'chat'),
    ],
  );
  expect(report?.sensitive.map(({ what, is }) => [what, is])).toEqual([
    ['GET /a/{id}/pdf', 'unknown'],
    ['GET /a/{id}', 'held'],
    ['POST /chat', 'held'],
  ]);
  expect(report?.sensitive[1]?.protection).toEqual([
    { viewer: 'userB', held: 1, leaked: 0, unknown: 0, refusedWith: ['not-found'] },
  ]);
});

test('what nobody tried says why, what could not be read is not called harmless', () => {
  const report = reportOf(
    [
      endpoint('PATCH /a/{id}', { triedAs: [], notTried: 'PATCH may change something' }),
      endpoint('GET /b', { records: null, triedAs: [] }),
      endpoint('GET /c', { records: [], triedAs: [] }),
    ],
    [],
  );
  expect(report?.sensitive).toMatchObject([{ is: 'not tried', notTried: 'PATCH may change something' }]);
  expect(report?.notMeasured).toMatchObject([{ what: 'GET /b' }]);
  expect(report?.nothingPrivate).toEqual(['GET /c']);
});

test('what the headers hint at is told once, and decides nothing', () => {
  const hints = ['a cache on the way has answered (x-cache)'];
  const twice = [endpoint('GET /a', { hints }), endpoint('GET /a', { hints })];
  const report = reportOf(twice, [attempt('GET /a', 'userB', held)]);
  expect(report?.sensitive).toMatchObject([{ is: 'held', hints }]);
  expect(report && renderInventory(report)).toContain(
    'worth a look: a cache on the way has answered (x-cache)',
  );
});

test('the page says all of it, escaped', () => {
  const report = reportOf([endpoint('GET /a/{id}')], [attempt('GET /a/{id}', 'userB', held)]);
  const page = report ? renderInventory(report) : '';
  for (const piece of ['GET /a/{id}', 'user B: refused 1 time (not-found)', 'too &lt;much&gt;'])
    expect(page).toContain(piece);
});
