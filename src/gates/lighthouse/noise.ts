import { readdir, readFile } from 'node:fs/promises';

/** What the processors had done by one moment, in the kernel's clock ticks. */
export interface CpuSample {
  /** All processors together, idle time included. */
  readonly total: number;
  /** All processors together, without idle time. */
  readonly busy: number;
  /** The part of `busy` that is our own: this process, its children, and Chrome. */
  readonly own: number;
  readonly cores: number;
}

/** A line of `/proc/<pid>/stat`, as far as it matters here. */
interface ProcessTicks {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  /** Spent by itself and by those of its children that are gone. */
  readonly ticks: number;
}

/**
 * How many cores' worth of time *other* processes used between two samples. Pure.
 *
 * @returns cores (0.25 is a quarter of one), or `undefined` when the counters did not move: then nothing was
 *   measured, which is not the same as quiet
 */
export function coresUsedByOthers(before: CpuSample, after: CpuSample): number | undefined {
  const ticksPerCore = (after.total - before.total) / after.cores;
  if (!(ticksPerCore > 0)) return undefined;
  const others = after.busy - before.busy - (after.own - before.own);
  // The kernel books processes and processors separately; within a tick or two they disagree.
  return Math.max(0, others / ticksPerCore);
}

/**
 * Reads the processors' counters.
 *
 * @param chromePid Chrome's process, whose whole session counts as ours
 * @returns `undefined` where there is no `/proc/stat` (macOS, Windows)
 */
export async function readCpu(chromePid: number): Promise<CpuSample | undefined> {
  const stat = await readFile('/proc/stat', 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  const processes = await readProcesses();
  return { ...parseCpu(stat), own: ownTicks(processes, process.pid, chromePid) };
}

/** The totals of `/proc/stat` (proc(5): user nice system idle iowait irq softirq steal, then guests, who are in user). */
export function parseCpu(stat: string): Omit<CpuSample, 'own'> {
  const lines = stat.split('\n');
  const counters = (lines[0] ?? '').trim().split(/\s+/).slice(1, 9).map(Number);
  const [, , , idle = 0, iowait = 0] = counters;
  const total = counters.reduce((sum, ticks) => sum + ticks, 0);
  const cores = lines.filter((line) => /^cpu\d/.test(line)).length;
  return { total, busy: total - idle - iowait, cores };
}

/** One `/proc/<pid>/stat`. The name in brackets may itself hold spaces and brackets. */
export function parseProcess(stat: string): ProcessTicks {
  const pid = Number.parseInt(stat, 10);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const number = (index: number): number => Number(fields[index] ?? 0);
  return {
    pid,
    parent: number(1),
    session: number(3),
    ticks: number(11) + number(12) + number(13) + number(14),
  };
}

/** What a process, its descendants and everything in Chrome's session have used. */
export function ownTicks(processes: readonly ProcessTicks[], root: number, chromeSession: number): number {
  const parents = new Map(processes.map((one) => [one.pid, one.parent]));
  const descends = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 0; at = parents.get(at)) {
      if (at === root) return true;
    }
    return false;
  };
  return processes
    .filter((one) => one.session === chromeSession || descends(one.pid))
    .reduce((sum, one) => sum + one.ticks, 0);
}

async function readProcesses(): Promise<readonly ProcessTicks[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // A process may be gone by the time it is looked at; its parent has inherited its ticks then.
  const stats = await Promise.all(
    pids.map(async (pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)),
  );
  return stats.filter((stat) => stat !== undefined).map(parseProcess);
}
