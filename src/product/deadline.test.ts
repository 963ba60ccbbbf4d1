import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeadline } from './deadline';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('each is late in its own time, and what has ended never is', async () => {
  const { begin, end } = createDeadline(1_000);
  const late: string[] = [];
  const names = ['first', 'second', 'third'] as const;
  const calls = names.map((name) => ({ late: () => void late.push(name) }));
  for (const call of calls) {
    begin(call);
    await vi.advanceTimersByTimeAsync(300);
  }
  if (calls[1]) end(calls[1]);
  await vi.advanceTimersByTimeAsync(99);
  expect(late).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(late).toEqual(['first']);
  await vi.advanceTimersByTimeAsync(599);
  expect(late).toEqual(['first']);
  await vi.advanceTimersByTimeAsync(1);
  expect(late).toEqual(['first', 'third']);
});

test('the clock is set again for what begins after everything was over', async () => {
  const { begin, end } = createDeadline(1_000);
  const [early, other] = [{ late: vi.fn() }, { late: vi.fn() }];
  begin(early);
  end(early);
  await vi.advanceTimersByTimeAsync(5_000);
  begin(other);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(early.late).not.toHaveBeenCalled();
  expect(other.late).toHaveBeenCalledOnce();
});
