import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Millis } from '../words';
import { runId } from './run-id';

const pauses = z.record(
  z.string(),
  z.object({ until: z.number(), asked: z.number(), at: z.number() }).readonly(),
);

/** The pauses that a host has asked for. */
export interface Pauses {
  /** The host is not to be asked again before. */
  readonly until: Millis;
  /** How long all pauses were together at the time `at`, less a tenth of the time in which they were paid off. */
  readonly asked: Millis;
  readonly at: Millis;
}

/** What the hosts have asked for, by host: a worker that begins anew is to know what the one before was told. */
export interface PauseStore {
  load(): Readonly<Record<string, Pauses>>;
  save(all: Readonly<Record<string, Pauses>>): void;
}

/** A tenth of the time may be pauses: a long run that is put off now and then never uses up its patience. */
const paidOff = 0.1;

export const noPauses: Pauses = { until: 0, asked: 0, at: 0 };

/** How long the pauses are together now. Pure. */
export function askedBy({ asked, at }: Pauses, now: Millis): Millis {
  return Math.max(0, asked - (now - at) * paidOff);
}

/** One more wish for a pause: what falls into a pause that is on already counts once. Pure. */
export function withPause(before: Pauses, pause: Millis, now: Millis): Pauses {
  const until = Math.max(before.until, now + pause);
  return { until, asked: askedBy(before, now) + until - Math.max(before.until, now), at: now };
}

/** Kept by one process alone. */
export function ownPauses(): PauseStore {
  let kept: Readonly<Record<string, Pauses>> = {};
  return { load: () => kept, save: (all) => void (kept = all) };
}

/**
 * Kept in a file by all workers of a run. Where two write at once, one pause is known to one worker only, until it is
 * told again.
 */
export function pausesOfRun(file = fileOfRun()): PauseStore {
  return {
    load() {
      try {
        return pauses.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return {}; // nobody has asked for a pause yet, or it is being written
      }
    },
    save: (all) => writeFileSync(file, JSON.stringify(all)),
  };
}

/** To be called once a run is over. */
export function forgetPauses(file = fileOfRun()): void {
  rmSync(file, { force: true });
}

function fileOfRun(): string {
  return join(tmpdir(), `trespass-${runId()}-pauses.json`);
}
