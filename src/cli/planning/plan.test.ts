import { expect, test } from 'vitest';
import { planInWords, type PlannedGuarantee } from './plan';

const planned: PlannedGuarantee = {
  file: 'records/api.spec.ts',
  title: 'userB is refused',
  sent: {
    userA: { requests: 40, chatMessages: 0, pages: 0 },
    userB: { requests: 11, chatMessages: 9, pages: 2 },
  },
  attempts: 12,
  byTechnique: { replay: 8, 'drop-filter': 3 },
  unknown: [],
  goesOn: false,
};
const limits = { requestsPerSecond: 5, chatMessages: 3, workers: 2, isRecorded: false, waivers: [] };

test('a plan tells how much, by guarantee and by visitor, and how long it takes at the rate of the config', () => {
  const told = planInWords([planned, { ...planned, file: 'sessions/api.spec.ts' }], limits);
  expect(told).toContain('2 guarantees and send at most 102 requests and 18 chat messages, and open 4 pages');
  expect(told).toContain('the requests take 21 s');
  expect(told).toMatch(/^records\/api\.spec\.ts +51 +9 +2$/m);
  expect(told).toMatch(/^userA +80 +0 +0$/m);
  expect(told).toMatch(/^by technique +requests\nreplay +16\ndrop-filter +6\ncontrols, .+ +80$/m);
  expect(told).toContain('a run would end before it has asked everything');
});

test('what is left out is named with its reason and not counted; what is not counted in full is named, too', () => {
  const told = planInWords(
    [
      planned,
      { ...planned, title: 'it is written', leftOut: 'it takes writing' },
      { ...planned, title: 'tabs', sent: {}, goesOn: true },
      { ...planned, title: 'admin', sent: {}, unknown: ['there is no account admin'] },
    ],
    { ...limits, waivers: ['expiredSession: waived until 2026-12-31'] },
  );
  expect(told).toContain('3 guarantees and send at most 51 requests');
  expect(told).toContain('it is written: it takes writing');
  expect(told).toContain('expiredSession: waived until 2026-12-31');
  expect(told).toContain('tabs: goes on in a browser');
  expect(told).toContain('admin: there is no account admin');
});
