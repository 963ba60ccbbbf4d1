import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus } from '../attempts/probes';
import type { FrozenCase } from '../attempts/probes/frozen';
import type { Attempt, Finding } from '../words';
import { gather } from './gathered';
import type { StageResults } from './results';

/** One of each thing that was seen is enough to know it by. */
const mostSeen = 20;

/** The leaks that probes of the corpus found, as cases that can be tried again: with placeholders instead of values. */
export function frozenCases(results: readonly StageResults[], now: Date): readonly FrozenCase[] {
  return gather(results).attempts.flatMap(({ it }) => frozen(it, now));
}

function frozen({ probe, viewer, owner, verdict }: Attempt, now: Date): readonly FrozenCase[] {
  const { drawn } = probe;
  const asked = drawn && corpus.find(({ id }) => id === drawn.id);
  if (!asked || verdict.is !== 'leaked') return [];
  const found = now.toISOString().slice(0, 10);
  // What the probe says comes from the corpus, never from what was sent.
  return [{ frozen: 1, found, viewer, owner, way: drawn.way, probe: asked, seen: seenIn(verdict.findings) }];
}

function seenIn(findings: readonly Finding[]): FrozenCase['seen'] {
  const seen = findings.map(({ rule, owner, kind, field, fingerprint, rootCause }) => ({
    rule,
    owner,
    kind,
    field,
    fingerprint,
    ...(rootCause && { rootCause }),
  }));
  return [...new Map(seen.map((one) => [JSON.stringify(one), one])).values()].slice(0, mostSeen);
}

/**
 * Writes one file a case, named after it; cases of an earlier run are removed.
 * @param folder made when there is something to write
 */
export function writeFrozen(folder: string, cases: readonly FrozenCase[]): void {
  rmSync(folder, { recursive: true, force: true });
  if (cases.length === 0) return;
  mkdirSync(folder, { recursive: true });
  for (const one of cases) writeFileSync(join(folder, nameOf(one)), `${JSON.stringify(one, null, 2)}\n`);
}

function nameOf({ probe, viewer, owner, way }: FrozenCase): string {
  return `${[probe.id, viewer, owner, way].join('.').replaceAll(/[^\w.-]/g, '-')}.json`;
}
