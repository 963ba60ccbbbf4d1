import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runSuite } from '../src/cli/proving/run-suite';
import { reportFolders } from '../src/report/folders';

/** What of the inventory is looked at here. */
const inventory = z.object({
  sensitive: z.array(
    z.object({
      what: z.string(),
      is: z.string(),
      notTried: z.string().optional(),
      hints: z.array(z.string()).optional(),
      protection: z.array(z.object({ viewer: z.string(), held: z.number() })),
    }),
  ),
  notMeasured: z.array(z.object({ what: z.string() })),
  leftOut: z.array(z.string()),
});

/** Every route of the demo by which its pages and its chat come to somebody's records. */
const usedByPages = [
  'GET /api/admin/customers',
  'GET /api/bookings/{id}',
  'GET /api/chat/history',
  'GET /api/invoices/{id}',
  'GET /api/invoices/{id}/pdf',
  'GET /rest/v1/bookings?select=…&user_id=eq.{user}&order=…',
  'GET /rest/v1/invoices?select=…&user_id=eq.{user}&order=…',
  'GET /rest/v1/profiles?select=…&user_id=eq.{user}&order=…',
  'POST /api/chat',
  'files of the bucket papers',
];

const namedByConfig = ['GET /m/api/bookings/{id}', 'GET /m/api/invoices/{id}'];

test('with no request listed, the recorder finds every sensitive route, and everybody else is refused at each', async () => {
  const env = { PRODUCT: 'selftest/no-reads.config.ts' };
  const only = 'browser asks for';
  const ran = await runSuite({
    name: 'no-reads',
    stage: 'guarantees',
    folders: ['records'],
    workers: 2,
    lookalikes: ['private-called-public'],
    only,
    env,
  });
  expect(ran.outcome?.totals, `${ran.stdout}\n${ran.stderr}`).toMatchObject({
    attempts: { leaked: 0, unknown: 0 },
    findings: 0,
  });
  const told: unknown = JSON.parse(readFileSync(reportFolders(ran.reports).inventoryJson, 'utf8'));
  const { sensitive, notMeasured, leftOut } = inventory.parse(told);
  expect(sensitive.map(({ what }) => what).toSorted()).toEqual([...usedByPages, ...namedByConfig].toSorted());
  expect(sensitive.filter(({ is }) => is !== 'held')).toEqual([]);
  for (const { what, protection } of sensitive) {
    const viewers = protection.filter(({ held }) => held > 0).map(({ viewer }) => viewer);
    expect(viewers, what).toEqual(['userB', 'wrongTenant', 'loggedOut', 'expiredSession', 'forgedToken']);
  }
  // What only allows caches to keep what is private is listed, and accuses nobody; what does not is not listed.
  const worthALook = sensitive.filter(({ hints }) => hints !== undefined);
  expect(worthALook.map(({ what }) => what)).toEqual(
    sensitive.map(({ what }) => what).filter((what) => what.includes(' /api/')),
  );
  for (const { what, hints } of worthALook)
    expect(hints, what).toEqual([
      'every cache on the way may keep it (cache-control)',
      'nothing says that it differs by who asks (vary)',
    ]);
  expect(notMeasured.map(({ what }) => what)).toEqual(['GET /m/api/vessels/{vesselId}']);
  expect(leftOut).toEqual(['1 of the operations in the OpenAPI description are no GET']);
});
