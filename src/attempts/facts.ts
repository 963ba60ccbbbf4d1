import type { Attempt, Facts, Finding, Gate, Hint, Inventory, Obstacle } from '../words';

/** What a test gathers while it runs, and leaves for the report when it ends. */
export interface FactsSoFar {
  attempt(attempt: Attempt): void;
  gate(gate: Gate): void;
  unknown(obstacle: Obstacle): void;
  finding(finding: Finding): void;
  inventory(inventory: Inventory): void;
  hint(hint: Hint): void;
  searched(counts: Readonly<Record<string, number>>): void;
  facts(): Facts;
}

/**
 * Starts an empty gathering of facts for one test. The same finding (same value, place and viewer) is kept once,
 * whether an attempt or the watch saw it first.
 */
export function gatherFacts(): FactsSoFar {
  const attempts: Attempt[] = [];
  const gates: Gate[] = [];
  const unknown: Obstacle[] = [];
  const findings = new Map<string, Finding>();
  const inventories: Inventory[] = [];
  const hints: Hint[] = [];
  const searched: Record<string, number> = {};
  return {
    attempt: (attempt) => attempts.push(attempt),
    gate: (gate) => gates.push(gate),
    unknown: (obstacle) => unknown.push(obstacle),
    finding: (finding) => findings.set(identityOf(finding), finding),
    inventory: (inventory) => inventories.push(inventory),
    hint: (hint) => hints.push(hint),
    searched(counts) {
      for (const [channel, count] of Object.entries(counts)) {
        searched[channel] = (searched[channel] ?? 0) + count;
      }
    },
    facts() {
      const judged = new Set(attempts.flatMap(findingsOf).map(identityOf));
      const rest = [...findings].filter(([identity]) => !judged.has(identity)).map(([, finding]) => finding);
      const walked = inventories.length > 0 && { inventories };
      return {
        attempts,
        findings: rest,
        gates,
        unknown,
        searched,
        ...walked,
        ...(hints.length > 0 && { hints }),
      };
    },
  };
}

function findingsOf({ verdict }: Attempt): readonly Finding[] {
  return verdict.is === 'leaked' ? verdict.findings : [];
}

function identityOf(finding: Finding): string {
  const { viewer, rule, fingerprint, channel, where } = finding;
  return [viewer, rule, fingerprint, channel, where.url, where.part, where.path].join('\n');
}
