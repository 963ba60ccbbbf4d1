import { describe, expect, test } from 'vitest';
import { coresUsedByOthers, ownTicks, parseCpu, parseProcess } from './noise';
import type { CpuSample } from './noise';

const before: CpuSample = { total: 10_000, busy: 4000, own: 1000, cores: 2 };
/** Eight seconds later, at 100 ticks a second on two cores. */
const after = (busy: number, own: number, total = 1600): CpuSample => ({
  total: before.total + total,
  busy: before.busy + busy,
  own: before.own + own,
  cores: 2,
});

test.each([
  ['only we worked', after(900, 900), 0],
  ['others had a quarter of a core', after(1100, 900), 0.25],
  ['others had a whole core', after(1600, 800), 1],
  ['the kernel booked more for us than for the processors', after(899, 902), 0],
])('%s', (_, sample, cores) => {
  expect(coresUsedByOthers(before, sample)).toBeCloseTo(cores);
});

test('counters that stand still are no measurement, and so not quiet', () => {
  expect(coresUsedByOthers(before, before)).toBeUndefined();
});

test('/proc/stat: waiting for a disk is idle, stolen time is busy, guests are not counted twice', () => {
  const stat = 'cpu  100 10 30 500 50 1 2 7 90 9\ncpu0 1 1 1 1 1\ncpu1 1 1 1 1 1\nintr 5\n';
  expect(parseCpu(stat)).toEqual({ total: 700, busy: 150, cores: 2 });
});

describe('whose ticks are ours', () => {
  const line = (pid: number, parent: number, session: number, ticks: number): string =>
    `${pid} (a (b) c) S ${parent} ${session} ${session} 0 -1 4194560 9 9 9 9 ${ticks} 20 3 4 20 0 1 0 99`;
  const processes = [
    line(1, 0, 1, 100_000),
    line(10, 1, 10, 1),
    line(11, 10, 10, 2),
    line(12, 11, 12, 3),
    // Started by the same shell as we were, and not by us.
    line(13, 1, 10, 500),
    // Chrome's, adopted by init after its parent left.
    line(14, 1, 12, 4),
  ].map(parseProcess);

  test('a name with brackets does not shift the fields', () => {
    expect(processes[1]).toEqual({ pid: 10, parent: 1, session: 10, ticks: 28 });
  });

  test('our own, our descendants’, and those of Chrome’s session; nobody else’s', () => {
    const each = 27;
    expect(ownTicks(processes, 10, 12)).toBe(1 + 2 + 3 + 4 + 4 * each);
  });
});
